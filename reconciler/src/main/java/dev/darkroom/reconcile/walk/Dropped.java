package dev.darkroom.reconcile.walk;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.StoredObject;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Lists the originals whose keys tell no owner and id, in the order of their keys. */
public final class Dropped {
  private final Listed listed;

  private Dropped(Listed listed) {
    this.listed = listed;
  }

  /**
   * Lists those of one kind.
   *
   * @param after place after which to begin; empty for the start
   */
  public static Dropped after(ObjectStore store, MediaKind kind, String after, Deadline deadline) {
    return new Dropped(new Listed(store, OriginalKey.PREFIX + kind + "/", after, deadline));
  }

  /** The place after all originals that were taken, and those that were left out since. */
  public String place() {
    return listed.place();
  }

  /**
   * An original at a key of somebody's choice.
   *
   * @param folder where its outputs are
   */
  public record Original(Folder folder, OriginalKey key, StoredObject object) {}

  /**
   * Takes the next original; empty at the end.
   *
   * @throws TimeoutException if the deadline has passed
   */
  public Optional<Original> next() throws TimeoutException {
    for (Optional<StoredObject> next = listed.peek(); next.isPresent(); next = listed.peek()) {
      listed.take();
      Optional<OriginalKey> key =
          OriginalKey.parse(next.get().key()).filter(it -> !Folder.tellsFolder(it));
      if (key.isPresent()) {
        return Optional.of(new Original(Folder.of(key.get()), key.get(), next.get()));
      }
    }
    return Optional.empty();
  }
}
