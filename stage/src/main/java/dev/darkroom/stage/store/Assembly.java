package dev.darkroom.stage.store;

/**
 * An object in the making, part after part (Amazon S3 User Guide, "Multipart upload overview").
 * Nothing is at its key before {@link #complete}; closed without it, nothing stays behind.
 *
 * <p>Not for several threads.
 */
public interface Assembly extends AutoCloseable {
  /** Bytes that every part but the last has at least ("Amazon S3 multipart upload limits"). */
  int MIN_PART = 5 << 20;

  /** Appends bytes, which are sent at once. */
  void add(byte[] bytes);

  /**
   * Appends a range of another object of the bucket, provided it still has this ETag. The bytes go
   * from there to here without passing through this process.
   *
   * @param length 1 or more
   * @return the copy's ETag; lost if the other object is gone or replaced
   */
  Write copy(String key, String etag, long from, long length);

  /** Puts the object at its key, whatever was there before. */
  Write.Written complete();

  /** Gives up what was not completed. */
  @Override
  void close();
}
