package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.Manifests.Stored;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Originals;
import dev.darkroom.stage.store.UnreadableManifestException;
import dev.darkroom.stage.stream.WorkFinder;
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
  private final WorkFinder work;

  MediaFinder(ObjectStore store, Originals originals, Tickets tickets, WorkFinder work) {
    this.manifests = new Manifests(store);
    this.originals = originals;
    this.tickets = tickets;
    this.work = work;
  }

  MediaState find(Owner owner, MediaId id) {
    return result(owner, id).orElseGet(() -> unfinished(owner, id));
  }

  private Optional<MediaState> result(Owner owner, MediaId id) {
    try {
      return manifests.find(owner, id).map(it -> new MediaState.Processed(it.manifest()));
    } catch (UnreadableManifestException e) {
      LOG.warn("an upload shows as unreadable", e);
      return Optional.of(new MediaState.Unreadable(id, queued(owner, id)));
    }
  }

  /** Looks for a result once more at the end, as work that is found no more may have led to one. */
  private MediaState unfinished(Owner owner, MediaId id) {
    Optional<MediaState.Queued> queued = queued(owner, id);
    if (queued.isEmpty() && tickets.isOpen(owner, id)) {
      return new MediaState.AwaitingUpload(id);
    }
    Optional<MediaState.Processing> processing =
        work.find(owner, id).map(MediaState.Processing::of);
    return result(owner, id)
        .or(() -> processing)
        .or(() -> queued)
        .orElseGet(MediaState.Unknown::new);
  }

  private Optional<MediaState.Queued> queued(Owner owner, MediaId id) {
    return originals.find(owner, id).map(it -> new MediaState.Queued(it.key(), it.info()));
  }

  /** Finds the upload's manifest if there is one that can be read. */
  Optional<Manifest> manifest(Owner owner, MediaId id) {
    return manifests.findReadable(owner, id).map(Stored::manifest);
  }
}
