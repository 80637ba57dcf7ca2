package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.upload.ticket.Tickets;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Deletes an upload with its outputs and its ticket. */
@Singleton
final class Deletion {
  private final ObjectStore store;
  private final Originals originals;
  private final MediaFinder finder;
  private final Tickets tickets;

  Deletion(ObjectStore store, Originals originals, MediaFinder finder, Tickets tickets) {
    this.store = store;
    this.originals = originals;
    this.finder = finder;
    this.tickets = tickets;
  }

  /**
   * Deletes outputs and ticket first, so that an upload that is half deleted shows as queued and
   * can be deleted again. Once the original is gone, outputs are listed and deleted until none is
   * left: a worker that commits in between finds no original afterwards and cleans up itself, and
   * what was written just before, the notifier's marker included, is seen here.
   *
   * @return whether there was anything to delete
   */
  boolean delete(Owner owner, MediaId id) {
    boolean awaited = tickets.isOpen(owner, id);
    var sources = new LinkedHashSet<>(originals.keys(owner, id));
    finder
        .manifest(owner, id)
        .map(manifest -> manifest.original().key())
        .filter(key -> store.head(key).isPresent())
        .ifPresent(sources::add);
    List<String> outputs = store.keys(ProcessedKey.prefix(owner, id));
    if (!awaited && outputs.isEmpty() && sources.isEmpty()) {
      return false;
    }
    var first = new ArrayList<>(outputs);
    first.addAll(store.keys(Tickets.key(owner, id)));
    store.delete(first);
    store.delete(sources);
    new Manifests(store).deleteOutputs(owner, id);
    return true;
  }
}
