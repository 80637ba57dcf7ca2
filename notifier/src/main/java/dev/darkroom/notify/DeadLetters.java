package dev.darkroom.notify;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.ManifestBuilder;
import dev.darkroom.stage.job.Stage;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.Manifests.Commit;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Gives up on jobs that failed as often as their queue allows: writes a {@code failed} manifest, so
 * that nobody waits forever. The manifest's event announces it like any other.
 */
final class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  private final Stage stage;
  private final ObjectStore store;
  private final Manifests manifests;
  private final Clock clock;

  DeadLetters(Stage stage, ObjectStore store, Clock clock) {
    this.stage = stage;
    this.store = store;
    this.manifests = new Manifests(store);
    this.clock = clock;
  }

  void giveUp(OriginalKey original, JobEvent event, Delivery delivery) {
    Optional<ObjectInfo> info =
        store.original(event.key()).filter(found -> found.etag().equals(event.etag()));
    if (info.isEmpty()) {
      LOG.infof("%s is gone or replaced, dead letter ignored", event.key());
      manifests.cleanUp(original, Version.of(event));
      return;
    }
    Instant now = clock.instant();
    Manifest failed =
        new ManifestBuilder(stage, event, delivery, info.get(), now, now)
            .rejected(
                original,
                kind(original, event),
                new Outcome.Rejected(Rejection.of(ErrorCode.GAVE_UP)));
    switch (manifests.commit(failed)) {
      case Commit.Committed() -> {
        LOG.warnf("gave up on %s", event.key());
        manifests.deleteIfOrphaned(original);
      }
      case Commit.Outdated(Manifest current) -> {
        LOG.infof("%s is settled: %s, dead letter ignored", event.key(), current.status());
        manifests.cleanUp(original, Version.of(event));
      }
      case Commit.Newer() ->
          LOG.warnf("%s: the result of a newer version stays, dead letter ignored", event.key());
    }
  }

  /**
   * The kind that the job was tried as. A job to process again goes to the queue of the kind that
   * an earlier result, if any, gave the file.
   */
  private MediaKind kind(OriginalKey original, JobEvent event) {
    return event.handedOver()
        ? original.kind().other()
        : manifests
            .findReadable(original.owner(), original.id())
            .map(earlier -> earlier.manifest().kind())
            .orElse(original.kind());
  }
}
