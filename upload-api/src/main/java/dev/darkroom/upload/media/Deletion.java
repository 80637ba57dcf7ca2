package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.upload.ticket.Tickets;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;

/** Deletes an upload with its outputs and its ticket. */
@Singleton
final class Deletion {
  private final ObjectStore store;
  private final Originals originals;
  private final Manifests manifests;
  private final Tickets tickets;

  Deletion(ObjectStore store, Originals originals, Tickets tickets) {
    this.store = store;
    this.originals = originals;
    this.manifests = new Manifests(store);
    this.tickets = tickets;
  }

  /**
   * Deletes outputs first and the ticket last, so that an upload that is half deleted shows as
   * queued or awaited and can be deleted again. Once the original is gone, outputs are listed and
   * deleted until none is left: a worker that commits in between finds no original afterwards and
   * cleans up itself, and what was written just before, the notifier's marker included, is seen
   * here.
   *
   * @return whether there was anything to delete
   */
  boolean delete(Owner owner, MediaId id) {
    boolean awaited = tickets.isOpen(owner, id);
    var sources = new LinkedHashSet<>(originals.keys(owner, id));
    manifests
        .originalKey(owner, id)
        .filter(key -> store.original(key).isPresent())
        .ifPresent(sources::add);
    List<String> outputs = store.keys(ProcessedKey.prefix(owner, id));
    if (!awaited && outputs.isEmpty() && sources.isEmpty()) {
      return false;
    }
    store.delete(outputs);
    store.delete(sources);
    tickets.revoke(owner, id);
    manifests.deleteOutputs(owner, id);
    return true;
  }
}
