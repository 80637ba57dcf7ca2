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
    if (whole || at < 0 || length < 0 || at + length > Integer.MAX_VALUE) {
      throw new Malformed(at, "points outside of the file");
    }
    throw new ShortOfBytes(at, at + length);
  }

  /** Returns a view from an offset to the last of the given bytes. */
  public ByteReader sliceFrom(long at) throws Malformed {
    return slice(at, Math.max(0, bytes.length - at));
  }

  /** Returns one byte, unsigned. */
  public int u8(long at) throws Malformed {
    return holds(at, 1) ? bytes[(int) at] & 0xff : slice(at, 1).u8();
  }
}
