package dev.darkroom.notify;

import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.announce.Marker;
import dev.darkroom.stage.announce.Markers;
import dev.darkroom.stage.batch.Ending;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Announces each manifest once, however often its event comes. A process claims the {@link Marker}
 * before it publishes, and marks it as sent afterwards. If it dies in between, the manifest is
 * announced a second time; no announcement is lost.
 *
 * <p>The marker is always read before the manifest, so that the manifest is never older than the
 * one that the marker names, and a claim never goes back to an older manifest.
 */
final class Announcer {
  private static final Logger LOG = Logger.getLogger(Announcer.class);

  /** Each lost round means that another process wrote, so this many in a row do not happen. */
  private static final int MAX_ROUNDS = 10;

  /** Largest difference between the clocks of two functions. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

  private final ObjectStore store;
  private final Manifests manifests;
  private final Markers markers;
  private final NotificationWriter writer;
  private final Topic topic;
  private final Clock clock;

  Announcer(ObjectStore store, NotificationWriter writer, Topic topic, Clock clock) {
    this.store = store;
    this.manifests = new Manifests(store);
    this.markers = new Markers(store);
    this.writer = writer;
    this.topic = topic;
    this.clock = clock;
  }

  /**
   * Announces a manifest unless that is done, or the manifest is no longer current.
   *
   * @param lifetime time until this process is killed, and until its claim ends
   * @throws AnnouncedElsewhereException if another process is announcing it and may still fail
   */
  Ending announce(ProcessedKey key, JobEvent event, Duration lifetime) {
    Marker mine = Marker.claimed(event.etag(), clock.instant().plus(lifetime).plus(CLOCK_SKEW));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<Markers.Stored> found = markers.find(key.owner(), key.id());
      Optional<Manifests.Stored> manifest = manifests.find(key, event.etag());
      if (manifest.isEmpty()) {
        LOG.infof("%s was replaced or deleted, event ignored", key.key());
        found.ifPresent(left -> withdrawIfDeleted(key));
        return Ending.Step.IGNORED;
      }
      Optional<Marker> same =
          found.map(Markers.Stored::marker).filter(m -> m.manifest().equals(event.etag()));
      if (same.isPresent() && same.get().state() == Marker.State.SENT) {
        LOG.infof("%s is announced, event ignored", key.key());
        return Ending.Step.IGNORED;
      }
      // The SDK repeats a write whose answer was lost, and the second one loses to the first.
      boolean isMine = same.map(Marker::claim).filter(mine.claim()::equals).isPresent();
      if (same.isPresent() && !isMine && same.get().isHeldAt(clock.instant())) {
        throw new AnnouncedElsewhereException(key, same.get().time());
      }
      Optional<Markers.Stored> claim =
          isMine ? found : markers.replace(key.owner(), key.id(), found, mine);
      if (claim.isPresent()) {
        return publish(key, manifest.get(), event.bucket(), claim.get());
      }
    }
    throw new IllegalStateException("lost " + MAX_ROUNDS + " races for " + key.key());
  }

  private Ending publish(
      ProcessedKey key, Manifests.Stored manifest, String bucket, Markers.Stored claim) {
    Optional<String> current = store.head(key.key()).map(ObjectInfo::etag);
    if (!current.equals(Optional.of(manifest.etag()))) {
      LOG.infof("%s was replaced or deleted in the meantime, not announced", key.key());
      withdrawIfDeleted(key);
      return Ending.Step.IGNORED;
    }
    try {
      topic.publish(writer.write(manifest.manifest(), bucket));
    } catch (RuntimeException e) {
      release(key, claim, e);
      throw e;
    }
    LOG.infof("%s announced: %s", key.key(), manifest.manifest().status());
    noteAsSent(key, claim);
    return Ending.Step.ANNOUNCED;
  }

  /**
   * Deletes the marker if the manifest is gone. A deletion looks for outputs until none is left
   * (see {@link Manifests#deleteOutputs}), so it finds every marker that was written while the
   * manifest existed; a marker written later is deleted here. A manifest that was replaced leaves
   * its marker to the next one.
   */
  private void withdrawIfDeleted(ProcessedKey key) {
    if (store.head(key.key()).isEmpty()) {
      markers.delete(key.owner(), key.id());
    }
  }

  /** Gives the claim up, so that the next try need not wait until it ends. */
  private void release(ProcessedKey key, Markers.Stored claim, RuntimeException failure) {
    try {
      Marker released = claim.marker().released();
      if (markers.replace(key.owner(), key.id(), Optional.of(claim), released).isEmpty()) {
        LOG.infof("the claim on %s had already passed to another process", key.key());
      }
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Does not fail: that would announce it again for certain, where now only a repeated event would.
   */
  private void noteAsSent(ProcessedKey key, Markers.Stored claim) {
    try {
      Marker sent = claim.marker().sent(clock.instant());
      if (markers.replace(key.owner(), key.id(), Optional.of(claim), sent).isEmpty()) {
        LOG.infof("the marker of %s was deleted or claimed for the next manifest", key.key());
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s is announced, but not marked so", key.key());
    }
  }
}
