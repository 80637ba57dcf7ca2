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
    Optional<OriginalKey> original = OriginalKey.parse(event.key());
    if (original.isEmpty()) {
      LOG.infof("%s is not an original, event ignored", event.key());
      return;
    }
    Standing standing = standing(original.get(), event);
    if (standing.settled()) {
      LOG.infof("%s is settled, event ignored", event.key());
      if (delivery.attempt() > 1) {
        manifests.cleanUp(original.get(), Version.of(event));
      }
      return;
    }
    Optional<ObjectInfo> info =
        store.original(event.key()).filter(found -> found.etag().equals(event.etag()));
    if (info.isEmpty()) {
      LOG.infof("%s is gone or replaced, event ignored", event.key());
      manifests.cleanUp(original.get(), Version.of(event));
      return;
    }
    Instant startedAt = clock.instant();
    var outputs = new OutputKeys(original.get(), Version.of(event), standing.result());
    var job = new Job(original.get(), event.etag(), info.get().size(), deadline, outputs);
    Outcome outcome = processor.process(job);
    var builder =
        new ManifestBuilder(stage, event, delivery, info.get(), startedAt, clock.instant());
    switch (outcome) {
      case Outcome.Completed completed ->
          commit(builder.completed(job.original(), kind, completed), standing, job, event);
      case Outcome.Rejected rejected ->
          commit(builder.rejected(job.original(), kind, rejected), standing, job, event);
      case Outcome.BelongsTo belongs -> handOver(belongs, standing, job, event, builder);
      case Outcome.Vanished() -> {
        LOG.infof("%s vanished during work", event.key());
        manifests.cleanUp(job.original(), Version.of(event));
      }
    }
  }

  /**
   * What an event meets.
   *
   * @param settled whether the upload's manifest leaves nothing to do for the event
   * @param result the upload's, if there is one that this version can read
   */
  private record Standing(boolean settled, Optional<Stored> result) {}

  private Standing standing(OriginalKey original, JobEvent event) {
    Version version = Version.of(event);
    try {
      Optional<Stored> result = manifests.find(original.owner(), original.id());
      boolean settled = result.filter(it -> !version.supersedes(it.manifest())).isPresent();
      return new Standing(settled, result);
    } catch (UnreadableManifestException e) {
      LOG.warnf(e, "%s has a manifest that this version cannot read", event.key());
      return new Standing(!e.yieldsTo(version), Optional.empty());
    }
  }

  /** Hands over once only: two workers that both decline a file would pass it on forever. */
  private void handOver(
      Outcome.BelongsTo belongs,
      Standing standing,
      Job job,
      JobEvent event,
      ManifestBuilder builder) {
    if (event.handedOver()) {
      var rejected = new Outcome.Rejected(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT));
      commit(builder.rejected(job.original(), kind, rejected), standing, job, event);
    } else {
      queues.send(belongs.kind(), event.handOver());
      LOG.infof("%s handed over to the %s worker", event.key(), belongs.kind());
    }
  }

  private void commit(Manifest manifest, Standing standing, Job job, JobEvent event) {
    switch (manifests.commit(manifest, standing.result())) {
      case Commit.Committed() -> {
        LOG.infof(
            "%s %s, %d renditions, %d ms",
            manifest.status(),
            event.key(),
            manifest.renditions().size(),
            manifest.processing().durationMillis());
        if (manifests.deleteIfOrphaned(job.original())) {
          LOG.infof("%s was deleted during work, outputs removed", event.key());
        } else if (manifest.processing().attempt() > 1) {
          manifests.deleteUnnamed(job.original(), Version.of(event));
        }
      }
      case Commit.Outdated(_) -> {
        LOG.infof("%s: another result was first", event.key());
        manifests.cleanUp(job.original(), Version.of(event));
      }
      case Commit.Newer() -> LOG.warnf("%s: the result of a newer version stays", event.key());
    }
  }
}
