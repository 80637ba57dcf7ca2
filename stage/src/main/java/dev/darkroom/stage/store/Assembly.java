package dev.darkroom.stage.store;

/**
 * Assembles an object from parts (Amazon S3 User Guide, "Multipart upload overview"). The object
 * exists from {@link #complete} on; closed without it, an assembly leaves nothing in the bucket.
 *
 * <p>Not safe for use by several threads.
 */
public interface Assembly extends AutoCloseable {
  /** Least size of every part but the last, in bytes ("Amazon S3 multipart upload limits"). */
  int MIN_PART = 5 << 20;

  /** Appends bytes, and sends them immediately. */
  void add(byte[] bytes);

  /**
   * Puts bytes before everything else, and sends them immediately. At most once. They are a part as
   * well, and so no smaller than others unless there are none.
   */
  void prepend(byte[] bytes);

  /**
   * Appends a range of another object of the bucket if it still has this ETag. S3 copies the bytes;
   * they do not pass through this process.
   *
   * @param length 1 or more
   * @return the copy's ETag; lost if the other object is gone or replaced
   */
  Write copy(String key, String etag, long from, long length);

  /** Puts the object at its key, and replaces what was there before. */
  Write.Written complete();

  /** Aborts an assembly that was not completed. */
  @Override
  void close();
}
