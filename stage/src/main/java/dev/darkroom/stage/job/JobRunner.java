package dev.darkroom.stage.job;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.RecordHandler;
import dev.darkroom.stage.store.JobQueues;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.Manifests.Commit;
import dev.darkroom.stage.store.Manifests.Stored;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.UnreadableManifestException;
import dev.darkroom.stage.store.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Turns an event into the upload's manifest, however often and in whatever order events come. */
public final class JobRunner implements RecordHandler {
  private static final Logger LOG = Logger.getLogger(JobRunner.class);

  private final Stage stage;
  private final MediaKind kind;
  private final ObjectStore store;
  private final Manifests manifests;
  private final JobQueues queues;
  private final Processor processor;
  private final Clock clock;

  public JobRunner(
      Stage stage,
      MediaKind kind,
      ObjectStore store,
      JobQueues queues,
      Processor processor,
      Clock clock) {
    this.stage = stage;
    this.kind = kind;
    this.store = store;
    this.manifests = new Manifests(store);
    this.queues = queues;
    this.processor = processor;
    this.clock = clock;
  }

  @Override
  public void handle(JobEvent event, Delivery delivery, Deadline deadline) throws Exception {
    Optional<OriginalKey> original = OriginalKey.parse(event.key(), event.etag());
    if (original.isEmpty()) {
      LOG.infof("%s is not an original, event ignored", event.key());
      return;
    }
    if (isSettled(original.get(), event)) {
      LOG.infof("%s is settled, event ignored", event.key());
      if (delivery.attempt() > 1) {
        cleanUp(original.get(), event);
      }
      return;
    }
    Optional<ObjectInfo> info =
        store.head(event.key()).filter(found -> found.etag().equals(event.etag()));
    if (info.isEmpty()) {
      LOG.infof("%s is gone or replaced, event ignored", event.key());
      cleanUp(original.get(), event);
      return;
    }
    Instant startedAt = clock.instant();
    var job = new Job(original.get(), event.etag(), info.get().size(), deadline);
    Outcome outcome = processor.process(job);
    var builder =
        new ManifestBuilder(stage, event, delivery, info.get(), startedAt, clock.instant());
    switch (outcome) {
      case Outcome.Completed completed ->
          commit(job.original(), builder.completed(job.original(), kind, completed), event);
      case Outcome.Rejected rejected ->
          commit(job.original(), builder.rejected(job.original(), kind, rejected), event);
      case Outcome.BelongsTo belongs -> handOver(belongs, job, event, builder);
      case Outcome.Vanished() -> {
        LOG.infof("%s vanished during work", event.key());
        cleanUp(job.original(), event);
      }
    }
  }

  /** Whether the upload's manifest leaves nothing to do for this event. */
  private boolean isSettled(OriginalKey original, JobEvent event) {
    try {
      return manifests
          .find(original.owner(), original.id())
          .filter(stored -> !Version.of(event).supersedes(stored.manifest()))
          .isPresent();
    } catch (UnreadableManifestException e) {
      LOG.warnf(e, "%s has a manifest that this version cannot read", event.key());
      return !e.yieldsTo(Version.of(event));
    }
  }

  /** Finds the manifest that leaves nothing to do for this event, if this version can read it. */
  private Optional<Manifest> settledBy(OriginalKey original, JobEvent event) {
    return manifests
        .findReadable(original.owner(), original.id())
        .map(Stored::manifest)
        .filter(manifest -> !Version.of(event).supersedes(manifest));
  }

  /**
   * Cleans up after an attempt that stopped half-way, this one or an earlier one that was killed.
   * It may have written outputs of an original that is gone, or overwritten those of newer content.
   */
  private void cleanUp(OriginalKey original, JobEvent event) {
    if (!manifests.deleteIfOrphaned(original)) {
      settledBy(original, event).ifPresent(newer -> repair(newer, event));
    }
  }

  /** Hands over once only: two workers that both decline a file would pass it on forever. */
  private void handOver(
      Outcome.BelongsTo belongs, Job job, JobEvent event, ManifestBuilder builder) {
    if (event.handedOver()) {
      var rejected = new Outcome.Rejected(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT));
      commit(job.original(), builder.rejected(job.original(), kind, rejected), event);
    } else {
      queues.send(belongs.kind(), event.handOver());
      LOG.infof("%s handed over to the %s worker", event.key(), belongs.kind());
    }
  }

  private void commit(OriginalKey original, Manifest manifest, JobEvent event) {
    switch (manifests.commit(manifest)) {
      case Commit.Committed() -> {
        LOG.infof(
            "%s %s, %d renditions, %d ms",
            manifest.status(),
            event.key(),
            manifest.renditions().size(),
            manifest.processing().durationMillis());
        if (manifests.deleteIfOrphaned(original)) {
          LOG.infof("%s was deleted during work, outputs removed", event.key());
        }
      }
      case Commit.Outdated(Manifest current) -> {
        LOG.infof("%s: another result was first", event.key());
        repair(current, event);
      }
      case Commit.Newer() -> LOG.warnf("%s: the result of a newer version stays", event.key());
    }
  }

  /**
   * Has newer content processed again: a worker that finishes older content after the newer
   * content's result may have overwritten its renditions, which have the same keys. With the same
   * content their bytes are the same too, and nothing is wrong.
   */
  private void repair(Manifest current, JobEvent lost) {
    Manifest.Original newer = current.original();
    if (newer.etag().equals(lost.etag())) {
      return;
    }
    queues.send(current.kind(), JobEvent.written(lost.bucket(), newer).again(clock.instant()));
    LOG.warnf("%s: newer content is processed again", lost.key());
  }
}
