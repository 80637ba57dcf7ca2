package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.Manifests.Stored;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.UnreadableManifestException;
import dev.darkroom.upload.ticket.Tickets;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds out what became of an upload from what is in the bucket. */
@Singleton
final class MediaFinder {
  private static final Logger LOG = Logger.getLogger(MediaFinder.class);

  private final Manifests manifests;
  private final Originals originals;
  private final Tickets tickets;

  MediaFinder(ObjectStore store, Originals originals, Tickets tickets) {
    this.manifests = new Manifests(store);
    this.originals = originals;
    this.tickets = tickets;
  }

  MediaState find(Owner owner, MediaId id) {
    try {
      Optional<Stored> stored = manifests.find(owner, id);
      if (stored.isPresent()) {
        return new MediaState.Processed(stored.get().manifest());
      }
    } catch (UnreadableManifestException e) {
      LOG.warn("an upload shows as unreadable", e);
      return new MediaState.Unreadable(id, originals.find(owner, id));
    }
    Optional<MediaState.Queued> queued = originals.find(owner, id);
    if (queued.isPresent()) {
      return queued.get();
    }
    return tickets.isOpen(owner, id) ? new MediaState.AwaitingUpload(id) : new MediaState.Unknown();
  }

  /** Finds the upload's manifest if there is one that can be read. */
  Optional<Manifest> manifest(Owner owner, MediaId id) {
    return manifests.findReadable(owner, id).map(Stored::manifest);
  }
}
