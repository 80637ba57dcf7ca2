package dev.darkroom.notify;

import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectInfo;
import dev.darkroom.stage.store.ObjectStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Announces each manifest once, however often its event comes: whoever wants to publish claims the
 * {@link Marker} first, and notes there when it is done. Only somebody who dies between publishing
 * and noting makes a second announcement follow; none is lost.
 *
 * <p>The marker is always read before the manifest. A manifest that is current after that is not
 * older than the marker's, so that no claim is ever taken back to an older manifest.
 */
final class Announcer {
  private static final Logger LOG = Logger.getLogger(Announcer.class);

  /** Each lost round means that somebody else wrote, so this many in a row do not happen. */
  private static final int MAX_ROUNDS = 10;

  /** How far apart the clocks of two functions may be. */
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
   * @param lifetime how long this process has before it is killed: the claim holds no longer
   * @throws AnnouncedElsewhereException if somebody is at it who may yet fail
   */
  void announce(ProcessedKey key, JobEvent event, Duration lifetime) {
    Marker mine = Marker.claimed(event.etag(), clock.instant().plus(lifetime).plus(CLOCK_SKEW));
    for (int round = 0; round < MAX_ROUNDS; round++) {
      Optional<Markers.Stored> found = markers.find(key.owner(), key.id());
      Optional<Manifests.Stored> manifest = manifests.find(key, event.etag());
      if (manifest.isEmpty()) {
        LOG.infof("%s was replaced or deleted, event ignored", key.key());
        found.ifPresent(left -> withdrawIfDeleted(key));
        return;
      }
      Optional<Marker> same =
          found.map(Markers.Stored::marker).filter(m -> m.manifest().equals(event.etag()));
      if (same.isPresent() && same.get().state() == Marker.State.SENT) {
        LOG.infof("%s is announced, event ignored", key.key());
        return;
      }
      // A write whose answer was lost is repeated by the client underneath, and loses to itself.
      boolean isMine = same.map(Marker::claim).filter(mine.claim()::equals).isPresent();
      if (same.isPresent() && !isMine && same.get().isHeldAt(clock.instant())) {
        throw new AnnouncedElsewhereException(key, same.get().time());
      }
      Optional<Markers.Stored> claim =
          isMine ? found : markers.replace(key.owner(), key.id(), found, mine);
      if (claim.isPresent()) {
        publish(key, manifest.get(), event.bucket(), claim.get());
        return;
      }
    }
    throw new IllegalStateException("lost " + MAX_ROUNDS + " races for " + key.key());
  }

  private void publish(
      ProcessedKey key, Manifests.Stored manifest, String bucket, Markers.Stored claim) {
    Optional<String> current = store.head(key.key()).map(ObjectInfo::etag);
    if (!current.equals(Optional.of(manifest.etag()))) {
      LOG.infof("%s was replaced or deleted meanwhile, not announced", key.key());
      withdrawIfDeleted(key);
      return;
    }
    try {
      topic.publish(writer.write(manifest.manifest(), bucket));
    } catch (RuntimeException e) {
      release(key, claim, e);
      throw e;
    }
    LOG.infof("%s announced: %s", key.key(), manifest.manifest().status());
    noteAsSent(key, claim);
  }

  /**
   * Outputs are deleted until none is left (see {@link Manifests#deleteOutputs}), so a marker that
   * was written while its manifest was there is seen by the deletion; one written later sees here
   * that the manifest is gone. A manifest that was replaced leaves its marker to the next one.
   */
  private void withdrawIfDeleted(ProcessedKey key) {
    if (store.head(key.key()).isEmpty()) {
      markers.delete(key.owner(), key.id());
    }
  }

  /** So that the next try need not wait for this one's end. */
  private void release(ProcessedKey key, Markers.Stored claim, RuntimeException failure) {
    try {
      Marker released = claim.marker().released();
      if (markers.replace(key.owner(), key.id(), Optional.of(claim), released).isEmpty()) {
        LOG.infof("the claim on %s was somebody else's already", key.key());
      }
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Failing here would announce it again for certain; otherwise only a repeated event does. */
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
