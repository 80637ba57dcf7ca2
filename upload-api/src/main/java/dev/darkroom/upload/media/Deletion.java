package dev.darkroom.upload.media;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;

/** Removes all there is of an upload. */
@Singleton
final class Deletion {
  private final ObjectStore store;
  private final Originals originals;
  private final Library library;

  Deletion(ObjectStore store, Originals originals, Library library) {
    this.store = store;
    this.originals = originals;
    this.library = library;
  }

  /**
   * Outputs go first, so that what is half deleted shows as queued and can be deleted again. They
   * are listed again when the original is gone, until there are none: a worker that commits in
   * between finds no original afterwards and cleans up itself, one that committed just before is
   * seen here, and so is the notifier's mark beside a manifest that is being deleted.
   *
   * @return whether there was anything
   */
  boolean delete(Owner owner, MediaId id) {
    var sources = new LinkedHashSet<>(originals.keys(owner, id));
    library
        .manifest(owner, id)
        .map(Manifest::original)
        .filter(this::isThere)
        .ifPresent(it -> sources.add(it.key()));
    String outputs = ProcessedKey.prefix(owner, id);
    List<String> found = store.keys(outputs);
    store.delete(found);
    store.delete(sources);
    new Manifests(store).deleteOutputs(owner, id);
    return !found.isEmpty() || !sources.isEmpty();
  }

  /**
   * What was dropped over a dropped file is another upload under the same key, and stays: the ids
   * of both are made of their contents.
   */
  private boolean isThere(Manifest.Original original) {
    return store
        .head(original.key())
        .filter(info -> info.etag().equals(original.etag()))
        .isPresent();
  }
}
