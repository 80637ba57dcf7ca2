package dev.darkroom.reconcile.walk;

import dev.darkroom.stage.store.StoredObject;
import java.util.List;
import java.util.Optional;

/**
 * An upload, as listings show it.
 *
 * @param originals the newest object with content and the newest empty one, which may be a
 *     tombstone; the newer first
 * @param note written when something of it was sent again
 */
public record Upload(
    Folder folder, List<StoredObject> originals, Outputs outputs, Optional<StoredObject> note) {
  public Upload {
    originals = List.copyOf(originals);
  }

  /** Returns this upload with an original that lies elsewhere. */
  public Upload of(StoredObject original) {
    return new Upload(folder, List.of(original), outputs, note);
  }
}
