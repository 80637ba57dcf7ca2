package dev.darkroom.stage.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads and writes one bucket.
 *
 * <p>Expected results are values; every other failure is an exception and worth another try. An
 * {@code etag} has no quotes.
 */
public interface ObjectStore {
  /** Looks up the object at a key. */
  Optional<ObjectInfo> head(String key);

  /** Looks up the original at a key, where a deletion may have left a {@link Tombstone}. */
  default Optional<ObjectInfo> original(String key) {
    return head(key).filter(info -> !Tombstone.is(info));
  }

  /** Looks up the original at a key; empty as well if it was replaced by another version. */
  default Optional<ObjectInfo> original(String key, String etag) {
    return original(key).filter(info -> info.etag().equals(etag));
  }

  /** Opens the whole object if it still has this ETag. */
  Read open(String key, String etag);

  /**
   * Opens a range of an object if it still has this ETag. At the object's end the range is shorter;
   * {@link ObjectInfo#size()} is the size of the whole object.
   *
   * @param from 0 or more; a range that starts at or past the end reads nothing
   * @param length 1 or more
   */
  Read openRange(String key, String etag, long from, long length);

  /** Opens the last bytes of an object, or all of a shorter one, if it still has this ETag. */
  Read openTail(String key, String etag, long length);

  /** Opens the whole object, whatever its version. */
  Read openLatest(String key);

  /** Writes unconditionally. */
  Write.Written put(String key, PutOptions options, byte[] bytes);

  /** Writes if there is no object at the key. */
  Write putIfAbsent(String key, PutOptions options, byte[] bytes);

  /** Writes if the object at the key has this ETag. */
  Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes);

  /** Begins an object that is assembled from parts, because it is too large to hold in memory. */
  Assembly assemble(String key, PutOptions options);

  /** Deletes the objects at these keys; keys without an object are ignored. */
  void delete(Collection<String> keys);

  /**
   * Lists keys and folders directly below a prefix, at most {@code limit}: deeper keys appear as
   * one folder each.
   *
   * @param after lists keys after this one only; empty for the start
   * @param limit 1 to 1000
   */
  Listing list(String prefix, String after, int limit);

  /**
   * Lists objects below a prefix, however deep, at most {@code limit}.
   *
   * @param after lists keys after this one only; empty for the start
   * @param limit 1 to 1000
   */
  ObjectPage objects(String prefix, String after, int limit);

  /** Lists all keys below a prefix, however deep; for prefixes known to have few. */
  List<String> keys(String prefix);
}
