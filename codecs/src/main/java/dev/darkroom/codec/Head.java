package dev.darkroom.codec;

/** The first bytes of a file, or all of them. Reads at any offset, each checked. */
public final class Head {
  private final byte[] bytes;
  private final boolean whole;

  /**
   * @param whole whether the file ends with these bytes
   */
  public Head(byte[] bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  /** Returns how many bytes were given. */
  public int length() {
    return bytes.length;
  }

  public boolean isWhole() {
    return whole;
  }

  /** Returns whether all bytes of a range were given. */
  public boolean holds(long at, long length) {
    return at >= 0 && length >= 0 && at <= bytes.length - length;
  }

  /**
   * Returns a view of a range.
   *
   * @throws ShortOfBytes if the range passes the given bytes, and the file has more
   * @throws Malformed if the range passes the end of the file
   */
  public ByteReader slice(long at, long length) throws Malformed {
    if (holds(at, length)) {
      return new ByteReader(bytes, (int) at, (int) length, at);
    }
    throw missing(at, length);
  }

  private Malformed missing(long at, long length) {
    return whole || at < 0 || length < 0 || at + length > Integer.MAX_VALUE
        ? new Malformed(at, "points outside of the file")
        : new ShortOfBytes(at, at + length);
  }

  /** Returns a view from an offset to the last of the given bytes. */
  public ByteReader sliceFrom(long at) throws Malformed {
    return slice(at, Math.max(0, bytes.length - at));
  }

  /** Returns one byte, unsigned. */
  public int u8(long at) throws Malformed {
    if (holds(at, 1)) {
      return bytes[(int) at] & 0xff;
    }
    throw missing(at, 1);
  }

  /** Returns the offset of the first byte at or after an offset that has a value. */
  public long indexOf(byte value, long from) throws Malformed {
    for (long at = from; holds(at, 1); at++) {
      if (bytes[(int) at] == value) {
        return at;
      }
    }
    throw missing(Math.max(from, bytes.length), 1);
  }
}
