package dev.darkroom.codec.tiff;

/** Reads bits of fax codes, most significant first; zeros after the last one. */
final class FaxBits {
  /** T.4, 4.1.2: an end of line has at least eleven zeros before its one. */
  private static final int MARK_ZEROS = 11;

  private final byte[] data;
  private final long end;
  private long at;

  FaxBits(byte[] data, int from, int length) {
    this.data = data;
    this.at = from * 8L;
    this.end = at + length * 8L;
  }

  boolean ended() {
    return at >= end;
  }

  /**
   * @param count at most 13
   */
  int peek(int count) {
    int value = 0;
    int first = (int) (at >>> 3);
    for (int i = 0; i < 3; i++) {
      value = value << 8 | (first + i < end >>> 3 ? data[first + i] & 0xff : 0);
    }
    return value >>> (24 - count - (int) (at & 7)) & ((1 << count) - 1);
  }

  void skip(int count) {
    at += count;
  }

  int take(int count) {
    int value = peek(count);
    skip(count);
    return value;
  }

  void align() {
    at = (at + 7) & ~7L;
  }

  /** Skips the marks that end lines; two in a row end the page. Returns how many there were. */
  int skipMarks() {
    int marks = 0;
    while (!ended() && marks < 2 && peek(MARK_ZEROS) == 0) {
      skip(MARK_ZEROS);
      while (!ended() && take(1) == 0) {}
      marks++;
    }
    return marks;
  }

  /** Moves to the next mark. */
  void skipToMark() {
    while (!ended() && peek(MARK_ZEROS) != 0) {
      skip(1);
    }
  }
}
