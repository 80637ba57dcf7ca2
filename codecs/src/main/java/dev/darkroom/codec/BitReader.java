package dev.darkroom.codec;

/** Reads bits, most significant first, and the Exp-Golomb codes of ITU-T H.264. */
public final class BitReader {
  private final byte[] bytes;
  private final long end;
  private long at;

  public BitReader(byte[] bytes) {
    this.bytes = bytes;
    this.end = bytes.length * 8L;
  }

  /** Returns the next bit's position, in bits. */
  public long position() {
    return at;
  }

  public boolean flag() throws Malformed {
    return bits(1) != 0;
  }

  /**
   * Reads an unsigned number.
   *
   * @param count bits, 0 to 32; of 32, the first one is the {@code int}'s sign
   */
  public int bits(int count) throws Malformed {
    require(count);
    int value = 0;
    for (int left = count; left > 0; ) {
      int room = 8 - (int) (at & 7);
      int take = Math.min(room, left);
      int b = bytes[(int) (at >>> 3)] & 0xff;
      value = (value << take) | ((b >>> (room - take)) & ((1 << take) - 1));
      at += take;
      left -= take;
    }
    return value;
  }

  public void skip(long count) throws Malformed {
    require(count);
    at += count;
  }

  /** Reads ue(v) (ITU-T H.264, 9.1), at most 2^31 - 2: no syntax element needs more. */
  public int ue() throws Malformed {
    int zeros = 0;
    while (!flag()) {
      if (++zeros > 30) {
        throw new Malformed(at >>> 3, "an Exp-Golomb code of more than 30 bits");
      }
    }
    return (1 << zeros) - 1 + bits(zeros);
  }

  /** Reads ue(v) and checks that the syntax allows the value. */
  public int ue(int max, String element) throws Malformed {
    int value = ue();
    if (value > max) {
      throw new Malformed(at >>> 3, element + " is " + value + ", more than " + max + ",");
    }
    return value;
  }

  /** Reads se(v) (ITU-T H.264, 9.1.1). */
  public int se() throws Malformed {
    int code = ue();
    return (code & 1) == 1 ? (code >>> 1) + 1 : -(code >>> 1);
  }

  /** Reads se(v) and checks that the syntax allows the value. */
  public int se(int min, int max, String element) throws Malformed {
    int value = se();
    if (value < min || value > max) {
      throw new Malformed(at >>> 3, element + " is " + value + ", out of range");
    }
    return value;
  }

  /** Returns whether data precedes the final one bit: more_rbsp_data() (ITU-T H.264, 7.2). */
  public boolean moreRbspData() {
    int last = bytes.length - 1;
    while (last >= 0 && bytes[last] == 0) {
      last--;
    }
    return last >= 0 && at < last * 8L + 7 - Integer.numberOfTrailingZeros(bytes[last]);
  }

  private void require(long count) throws Malformed {
    if (count < 0 || count > end - at) {
      throw new Malformed(at >>> 3, "needs more bits than remain");
    }
  }
}
