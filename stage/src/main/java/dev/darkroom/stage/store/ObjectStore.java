package dev.darkroom.stage.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One bucket: keys, bytes and conditions.
 *
 * <p>Expected answers are values; every other failure is an exception and worth another try. An
 * {@code etag} has no quotes.
 */
public interface ObjectStore {
  /** What there is at the key. */
  Optional<ObjectInfo> head(String key);

  /** The whole object, provided it still has this ETag. */
  Read open(String key, String etag);

  /**
   * A range of an object, provided it still has this ETag. Shorter at the object's end; {@link
   * ObjectInfo#size()} is the whole object's.
   *
   * @param from 0 or more; a range that starts at or past the end reads nothing
   * @param length 1 or more
   */
  Read openRange(String key, String etag, long from, long length);

  /** The last bytes of an object, provided it still has this ETag; all of a shorter one. */
  Read openTail(String key, String etag, long length);

  /** The whole object, whatever version is there now. */
  Read openLatest(String key);

  /** Writes unconditionally. */
  Write.Written put(String key, PutOptions options, byte[] bytes);

  /** Writes if there is nothing at the key. */
  Write putIfAbsent(String key, PutOptions options, byte[] bytes);

  /** Writes if what is at the key has this ETag. */
  Write putIfMatch(String key, String etag, PutOptions options, byte[] bytes);

  /** Begins an object that is put together from parts, for what is too large to hold at once. */
  Assembly assemble(String key, PutOptions options);

  /** Deletes whatever of these there is. */
  void delete(Collection<String> keys);

  /**
   * Up to {@code limit} keys and folders below the prefix, directly below it only: what lies deeper
   * is one folder each.
   *
   * @param after only what comes behind this key, exclusively; empty for the start
   * @param limit 1 to 1000
   */
  Listing list(String prefix, String after, int limit);

  /** All keys below the prefix, however deep; for prefixes known to be small. */
  List<String> keys(String prefix);
}
