package dev.darkroom.codec;

/** The first bytes of a file, or all of them. Reads at any offset, each checked. */
public final class Head {
  private final byte[] bytes;
  private final int start;
  private final int length;
  private final boolean whole;

  /**
   * @param whole whether the file ends with these bytes
   */
  public Head(byte[] bytes, boolean whole) {
    this(bytes, 0, bytes.length, whole);
  }

  /**
   * @param start index of the file's first byte
   * @param length how many of the file's bytes there are
   */
  Head(byte[] bytes, int start, int length, boolean whole) {
    this.bytes = bytes;
    this.start = start;
    this.length = length;
    this.whole = whole;
  }

  /** Returns how many bytes were given. */
  public int length() {
    return length;
  }

  public boolean isWhole() {
    return whole;
  }

  /** Returns whether all bytes of a range were given. */
  public boolean holds(long at, long count) {
    return at >= 0 && count >= 0 && at <= length - count;
  }

  /**
   * Returns a view of a range.
   *
   * @throws ShortOfBytes if the range passes the given bytes, and the file has more
   * @throws Malformed if the range passes the end of the file
   */
  public ByteReader slice(long at, long count) throws Malformed {
    if (holds(at, count)) {
      return new ByteReader(bytes, start + (int) at, (int) count, at);
    }
    throw missing(at, count);
  }

  private Malformed missing(long at, long count) {
    return whole || at < 0 || count < 0 || at + count > Integer.MAX_VALUE
        ? new Malformed(at, "points outside of the file")
        : new ShortOfBytes(at, at + count);
  }

  /** Returns a view from an offset to the last of the given bytes. */
  public ByteReader sliceFrom(long at) throws Malformed {
    return slice(at, Math.max(0, length - at));
  }

  /** Returns one byte, unsigned. */
  public int u8(long at) throws Malformed {
    if (holds(at, 1)) {
      return bytes[start + (int) at] & 0xff;
    }
    throw missing(at, 1);
  }

  /** Returns the offset of the first byte at or after an offset that has a value. */
  public long indexOf(byte value, long from) throws Malformed {
    for (long at = from; holds(at, 1); at++) {
      if (bytes[start + (int) at] == value) {
        return at;
      }
    }
    throw missing(Math.max(from, length), 1);
  }
}
