package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.upload.ticket.Tickets;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds out what became of an upload from what is in the bucket. */
@Singleton
final class MediaFinder {
  private final Manifests manifests;
  private final Originals originals;
  private final Tickets tickets;

  MediaFinder(ObjectStore store, Originals originals, Tickets tickets) {
    this.manifests = new Manifests(store);
    this.originals = originals;
    this.tickets = tickets;
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
    return tickets.isOpen(owner, id) ? new MediaState.AwaitingUpload(id) : new MediaState.Unknown();
  }

  Optional<Manifest> manifest(Owner owner, MediaId id) {
    return manifests.find(owner, id).map(Manifests.Stored::manifest);
  }
}
