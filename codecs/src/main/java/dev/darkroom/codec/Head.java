package dev.darkroom.codec;

/** The first bytes of a file, in pieces cut to length. */
public final class Head {
  private final byte[] bytes;
  private final boolean whole;

  public Head(byte[] bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
  }

  public long length() {
    return bytes.length;
  }

  /** Whether the file has no more. */
  public boolean isWhole() {
    return whole;
  }

  public boolean holds(long at, long length) {
    return at >= 0 && length >= 0 && at <= bytes.length - length;
  }

  /**
   * @throws Malformed if the file ends before
   * @throws ShortOfBytes if only the given bytes do
   */
  public ByteReader slice(long at, long length) throws Malformed, ShortOfBytes {
    if (holds(at, length)) {
      return new ByteReader(bytes, (int) at, (int) length, at);
    }
    if (whole || at < 0 || length < 0 || at + length > Integer.MAX_VALUE) {
      throw new Malformed(at, "points outside of the file");
    }
    throw new ShortOfBytes(at + length);
  }

  /** One unsigned byte. */
  public int u8(long at) throws Malformed, ShortOfBytes {
    return holds(at, 1) ? bytes[(int) at] & 0xff : slice(at, 1).u8();
  }
}
