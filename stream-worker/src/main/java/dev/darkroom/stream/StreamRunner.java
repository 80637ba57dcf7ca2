package dev.darkroom.stream;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.Ending;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.RecordHandler;
import dev.darkroom.stage.job.Results;
import dev.darkroom.stage.job.Results.Standing;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.Contents;
import dev.darkroom.stage.stream.StreamQueue;
import dev.darkroom.stage.stream.WorkFolder;
import dev.darkroom.stream.code.StreamCoding;
import dev.darkroom.stream.code.StreamCoding.Result;
import dev.darkroom.stream.read.SourceGone;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Does tasks of streams, however often and in whatever order they come.
 *
 * <p>There is no coordinator. Whoever stores a part looks at what is there afterwards: of the last
 * two, one at least sees all parts, and sends the task to finish. If both do, the stream is
 * assembled twice from the same parts, with the same bytes, and one manifest wins.
 */
public final class StreamRunner implements RecordHandler {
  private static final Logger LOG = Logger.getLogger(StreamRunner.class);

  private final ObjectStore store;
  private final Results results;
  private final StreamQueue streams;
  private final JobQueues jobs;
  private final StreamCoding coding;
  private final Finishing finishing;

  /**
   * @param jobs takes videos that have to be planned anew
   */
  public StreamRunner(
      ObjectStore store,
      StreamQueue streams,
      JobQueues jobs,
      StreamCoding coding,
      Finishing finishing) {
    this.store = store;
    this.results = new Results(store);
    this.streams = streams;
    this.jobs = jobs;
    this.coding = coding;
    this.finishing = finishing;
  }

  @Override
  public Ending handle(JobEvent event, Delivery delivery, Deadline deadline) throws Exception {
    StreamTask task = event.task();
    OriginalKey original = OriginalKey.parse(event.key()).orElse(null);
    if (task == null || original == null) {
      throw new IllegalArgumentException("no task of a stream: " + event);
    }
    Version version = Version.of(event);
    WorkFolder work = WorkFolder.of(store, original, version);
    Standing standing = results.standing(original, version);
    if (standing.settled()) {
      LOG.infof("%s is settled, ignored", event);
      results.cleanUp(original, version);
      return Ending.Step.IGNORED;
    }
    Optional<StreamPlan> plan = work.plan();
    if (plan.isEmpty()) {
      endedBefore(event, delivery, original);
      return Ending.Step.IGNORED;
    }
    try {
      return switch (task) {
        case StreamTask.Segment _, StreamTask.Sound _ ->
            code(event, task, plan.get(), work, deadline);
        case StreamTask.Finish() ->
            finishing.finish(
                new Unfinished(event, delivery, original, plan.get(), work, standing), deadline);
      };
    } catch (SourceGone e) {
      if (isThere(event)) {
        throw new IOException("something that the plan refers to was replaced", e);
      }
      LOG.infof("%s is gone or replaced, its stream is not made", original);
      work.abandon();
      results.cleanUp(original, version);
      return Ending.Step.IGNORED;
    }
  }

  private boolean isThere(JobEvent event) {
    return store.original(event.key(), event.etag()).isPresent();
  }

  /**
   * Handles a task whose plan is gone. An attempt that was cut off may have written outputs after a
   * deletion, or ended the work in order to plan it anew and not come to that.
   */
  private void endedBefore(JobEvent event, Delivery delivery, OriginalKey original) {
    LOG.infof("%s is not wanted any more", event);
    results.cleanUp(original, Version.of(event));
    if (event.task() instanceof StreamTask.Finish && delivery.attempt() > 1 && isThere(event)) {
      jobs.send(MediaKind.VIDEO, event.with(null));
    }
  }

  private Ending code(
      JobEvent event, StreamTask task, StreamPlan plan, WorkFolder work, Deadline deadline)
      throws Exception {
    Contents contents = work.contents();
    if (!contents.has(task) && contents.failed(plan).isEmpty()) {
      contents =
          switch (coding.code(task, plan, work, deadline)) {
            case Result.Made(byte[] bytes, List<String> objects) -> work.put(task, bytes, objects);
            case Result.Impossible(Rejection reason) -> {
              LOG.warnf("%s cannot be made: %s", event, reason);
              yield work.fail(task, reason);
            }
          };
    }
    if (contents.open() && contents.decided(plan)) {
      streams.send(event, List.of(new StreamTask.Finish()));
    }
    return Ending.Step.CODED;
  }
}
