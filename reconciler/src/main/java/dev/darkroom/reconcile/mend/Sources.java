package dev.darkroom.reconcile.mend;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.reconcile.walk.Folder;
import dev.darkroom.reconcile.walk.Notes;
import dev.darkroom.reconcile.walk.Upload;
import dev.darkroom.stage.store.Manifests;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.StoredObject;
import dev.darkroom.stage.stream.UnreadableWorkException;
import dev.darkroom.stage.stream.WorkFolder;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Finds the originals of uploads, wherever they are. */
final class Sources {
  private static final Logger LOG = Logger.getLogger(Sources.class);

  private final ObjectStore store;
  private final Manifests manifests;
  private final Notes notes;

  Sources(ObjectStore store) {
    this.store = store;
    this.manifests = new Manifests(store);
    this.notes = new Notes(store);
  }

  /** Returns the newest original that was listed and is no tombstone. */
  Optional<StoredObject> listed(Upload upload) {
    return upload.originals().stream()
        .filter(it -> it.size() > 0 || store.original(it.key()).isPresent())
        .findFirst();
  }

  /** Finds the original at a key. */
  Optional<StoredObject> at(String key) {
    return store
        .original(key)
        .map(it -> new StoredObject(it.key(), it.etag(), it.size(), it.lastModified()));
  }

  /**
   * Finds the key of an original that was not listed, from what was made of it; empty if nothing
   * tells it. The object need not exist.
   */
  Optional<OriginalKey> key(Upload upload) {
    Folder folder = upload.folder();
    return Stream.<Supplier<Optional<String>>>of(
            () ->
                upload
                    .outputs()
                    .manifest()
                    .flatMap(_ -> manifests.originalKey(folder.owner(), folder.id())),
            () -> draftKey(upload),
            () -> upload.originals().stream().map(StoredObject::key).findFirst(),
            () -> upload.note().flatMap(_ -> notes.originalKey(folder)))
        .flatMap(it -> it.get().stream())
        .flatMap(it -> OriginalKey.parse(it).stream())
        .filter(it -> new Folder(it.owner(), it.id()).equals(folder))
        .findFirst();
  }

  private Optional<String> draftKey(Upload upload) {
    Folder folder = upload.folder();
    return upload.outputs().work().keySet().stream()
        .map(it -> new WorkFolder(store, folder.owner(), folder.id(), it))
        .flatMap(it -> draft(it).stream())
        .map(it -> it.original().key())
        .findFirst();
  }

  /** Reads the draft of the manifest for unfinished work, if this version can. */
  static Optional<Manifest> draft(WorkFolder work) {
    try {
      return work.draft();
    } catch (UnreadableWorkException e) {
      LOG.warn("unfinished work of another version of Darkroom stays", e);
      return Optional.empty();
    }
  }
}
