package dev.darkroom.upload.media;

import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Originals;
import dev.darkroom.stage.stream.WorkFinder;
import dev.darkroom.upload.ticket.Tickets;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;

/** Deletes an upload with its outputs and its ticket. */
@Singleton
final class Deletion {
  private final ObjectStore store;
  private final Originals originals;
  private final Manifests manifests;
  private final Tickets tickets;
  private final WorkFinder work;

  Deletion(ObjectStore store, Originals originals, Tickets tickets, WorkFinder work) {
    this.store = store;
    this.originals = originals;
    this.manifests = new Manifests(store);
    this.tickets = tickets;
    this.work = work;
  }

  /**
   * Deletes originals first and outputs last, so that an upload that is half deleted still shows
   * and can be deleted again; only its manifest, or the draft of one, knows an original that was
   * dropped elsewhere. Once the original is gone, outputs are listed and deleted until none is
   * left: a worker that commits in between finds no original afterwards and cleans up itself, and
   * what was written just before, the notifier's marker included, is seen here. A file that is
   * dropped at the same key meanwhile goes too, as its outputs may have gone already.
   *
   * <p>Only a ticket that was never used is revoked, because revoking it leaves an object.
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
    work.originalKeys(owner, id).stream()
        .filter(key -> store.original(key).isPresent())
        .forEach(sources::add);
    if (!awaited && sources.isEmpty() && store.keys(ProcessedKey.prefix(owner, id)).isEmpty()) {
      return false;
    }
    do {
      store.delete(sources);
      if (sources.isEmpty()) {
        tickets.revoke(owner, id);
      } else {
        tickets.delete(owner, id);
      }
      manifests.deleteOutputs(owner, id);
    } while (sources.stream().anyMatch(key -> store.original(key).isPresent()));
    return true;
  }
}
