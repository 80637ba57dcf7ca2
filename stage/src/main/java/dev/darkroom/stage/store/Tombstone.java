package dev.darkroom.stage.store;

import java.util.List;
import java.util.Map;

/**
 * An empty object at the key of an original that was deleted while somebody held a presigned PUT
 * for it. S3 then refuses that PUT, which only creates objects. To everybody else there is no
 * original at the key. The bucket's lifecycle rule deletes tombstones.
 */
public final class Tombstone {
  /** Each lost round means that another upload arrived, so this many in a row do not happen. */
  private static final int MAX_ROUNDS = 10;

  private static final String METADATA_KEY = "deleted";
  private static final PutOptions OPTIONS =
      new PutOptions("application/octet-stream", "no-cache", null, Map.of(METADATA_KEY, "true"));

  private Tombstone() {}

  /** Writes a tombstone, after deleting what an upload in flight may put at the key first. */
  public static void put(ObjectStore store, String key) {
    for (int round = 0; round < MAX_ROUNDS; round++) {
      if (store.putIfAbsent(key, OPTIONS, new byte[0]) instanceof Write.Written
          || store.head(key).filter(Tombstone::is).isPresent()) {
        return;
      }
      store.delete(List.of(key));
    }
    throw new IllegalStateException("lost " + MAX_ROUNDS + " races for a tombstone's key");
  }

  /** Whether the object is a tombstone. */
  static boolean is(ObjectInfo info) {
    return info.size() == 0 && info.metadata().containsKey(METADATA_KEY);
  }
}
