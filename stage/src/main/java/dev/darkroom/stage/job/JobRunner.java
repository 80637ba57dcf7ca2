package dev.darkroom.stage.job;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.Ending;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.RecordHandler;
import dev.darkroom.stage.job.Results.Standing;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.StreamQueue;
import dev.darkroom.stage.stream.WorkFolder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Turns an event into the upload's manifest, however often and in whatever order events come. */
public final class JobRunner implements RecordHandler {
  private static final Logger LOG = Logger.getLogger(JobRunner.class);

  private final Stage stage;
  private final MediaKind kind;
  private final ObjectStore store;
  private final Results results;
  private final JobQueues queues;
  private final StreamQueue streams;
  private final Processor processor;
  private final Clock clock;

  public JobRunner(
      Stage stage,
      MediaKind kind,
      ObjectStore store,
      JobQueues queues,
      StreamQueue streams,
      Processor processor,
      Clock clock) {
    this.stage = stage;
    this.kind = kind;
    this.store = store;
    this.results = new Results(store);
    this.queues = queues;
    this.streams = streams;
    this.processor = processor;
    this.clock = clock;
  }

  @Override
  public Ending handle(JobEvent event, Delivery delivery, Deadline deadline) throws Exception {
    Optional<OriginalKey> original = OriginalKey.parse(event.key());
    if (original.isEmpty()) {
      LOG.infof("%s, event ignored", event);
      return Ending.Step.IGNORED;
    }
    Version version = Version.of(event);
    Standing standing = results.standing(original.get(), version);
    if (standing.settled()) {
      LOG.infof("%s is settled, event ignored", event);
      if (delivery.attempt() > 1) {
        results.cleanUp(original.get(), version);
      }
      return Ending.Step.IGNORED;
    }
    Optional<ObjectInfo> info = store.original(event.key(), event.etag());
    if (info.isEmpty()) {
      LOG.infof("%s is gone or replaced, event ignored", event);
      WorkFolder.of(store, original.get(), version).abandon();
      results.cleanUp(original.get(), version);
      return Ending.Step.IGNORED;
    }
    Instant startedAt = clock.instant();
    var outputs = new OutputKeys(original.get(), version, standing.result());
    var job = new Job(original.get(), event.etag(), info.get().size(), deadline, outputs);
    Outcome outcome = processor.process(job);
    var builder =
        new ManifestBuilder(stage, event, delivery, info.get(), startedAt, clock.instant());
    return switch (outcome) {
      case Outcome.Completed completed ->
          results.commit(
              builder.completed(job.original(), kind, completed), standing, job.original());
      case Outcome.Rejected rejected ->
          results.commit(
              builder.rejected(job.original(), kind, rejected), standing, job.original());
      case Outcome.Streams streamed -> start(streamed, job, event, builder);
      case Outcome.BelongsTo belongs -> handOver(belongs, standing, job, event, builder);
      case Outcome.Vanished() -> {
        LOG.infof("%s vanished during work", event);
        job.work(store).abandon();
        results.cleanUp(job.original(), version);
        yield Ending.Step.IGNORED;
      }
    };
  }

  /** Hands over once only: two workers that both decline a file would pass it on forever. */
  private Ending handOver(
      Outcome.BelongsTo belongs,
      Standing standing,
      Job job,
      JobEvent event,
      ManifestBuilder builder) {
    if (event.handedOver()) {
      var rejected = new Outcome.Rejected(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT));
      return results.commit(
          builder.rejected(job.original(), kind, rejected), standing, job.original());
    }
    queues.send(belongs.kind(), event.handOver());
    LOG.infof("%s handed over to the %s worker", event, belongs.kind());
    return Ending.Step.HANDED_OVER;
  }

  /** Leaves the stream to other functions. A repeated attempt sends its tasks again. */
  private Ending start(Outcome.Streams outcome, Job job, JobEvent event, ManifestBuilder builder) {
    WorkFolder work = job.work(store);
    StreamPlan plan =
        work.open(builder.completed(job.original(), kind, outcome.draft()), outcome.plan());
    if (store.original(event.key(), event.etag()).isEmpty()) {
      LOG.infof("%s was deleted or replaced during work", event);
      results.cleanUp(job.original(), Version.of(event));
      return Ending.Step.IGNORED;
    }
    Contents contents = work.contents();
    streams.send(
        event, contents.decided(plan) ? List.of(new StreamTask.Finish()) : contents.missing(plan));
    LOG.infof("%s is coded as a stream of %d parts", event, plan.parts());
    return Ending.Step.STREAMING;
  }
}
