package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.upload.config.UploadLimits;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Tells what became of an upload, from what there is in the bucket. */
@Singleton
final class Library {
  private final Manifests manifests;
  private final Originals originals;
  private final UploadLimits limits;
  private final Clock clock;

  Library(ObjectStore store, Originals originals, UploadLimits limits, Clock clock) {
    this.manifests = new Manifests(store);
    this.originals = originals;
    this.limits = limits;
    this.clock = clock;
  }

  MediaState find(Owner owner, MediaId id) {
    Optional<Manifest> manifest = manifest(owner, id);
    if (manifest.isPresent()) {
      return new MediaState.Processed(manifest.get());
    }
    Optional<MediaState.Queued> queued = originals.find(owner, id);
    if (queued.isPresent()) {
      return queued.get();
    }
    return mayStillCome(id) ? new MediaState.AwaitingUpload(id) : new MediaState.Unknown();
  }

  Optional<Manifest> manifest(Owner owner, MediaId id) {
    return manifests.find(owner, id).map(Manifests.Stored::manifest);
  }

  /** Ids not yet made, by clocks that differ or by hand, await nothing. */
  private boolean mayStillCome(MediaId id) {
    Instant now = clock.instant();
    Instant createdAt = id.createdAt();
    return !createdAt.isAfter(now) && createdAt.plus(limits.uploadValidity()).isAfter(now);
  }
}
