package dev.darkroom.codec.tiff;

/**
 * Reads samples of 1 to 64 bits. Those of whole bytes are in the file's byte order, others packed
 * from the most significant bit on ("BitsPerSample", section 8).
 */
final class TiffSamples {
  /** Level of full intensity. */
  static final int FULL = 0xffff;

  private final SampleFormat format;
  private final int bits;
  private final boolean littleEndian;

  TiffSamples(SampleFormat format, int bits, boolean littleEndian) {
    this.format = format;
    this.bits = bits;
    this.littleEndian = littleEndian;
  }

  /**
   * Reads unsigned samples as levels from 0 to {@link #FULL}.
   *
   * @param step distance of the levels in {@code out}, whose first one is at {@code at}
   */
  void levels(byte[] row, int count, int[] out, int at, int step) {
    if (bits == 8) {
      for (int i = 0, to = at; i < count; i++, to += step) {
        out[to] = (row[i] & 0xff) * 0x101;
      }
    } else if (bits < 16) {
      int max = (1 << bits) - 1;
      for (int i = 0, to = at; i < count; i++, to += step) {
        out[to] = (int) ((raw(row, i) * FULL + max / 2) / max);
      }
    } else {
      for (int i = 0, to = at; i < count; i++, to += step) {
        out[to] = (int) (raw(row, i) >>> (bits - 16));
      }
    }
  }

  /** Reads samples of any format as levels from 0 to {@link #FULL}, which a range maps to. */
  void levels(byte[] row, int count, int[] out, int at, int step, SampleRange range) {
    for (int i = 0, to = at; i < count; i++, to += step) {
      out[to] = range.level(value(row, i));
    }
  }

  /** Reads a sample as a number. */
  double value(byte[] row, int index) {
    long raw = raw(row, index);
    return switch (format) {
      case UNSIGNED -> raw >= 0 ? raw : (raw >>> 1) * 2.0;
      case SIGNED -> raw << (Long.SIZE - bits) >> (Long.SIZE - bits);
      case FLOAT ->
          switch (bits) {
            case 16 -> Float.float16ToFloat((short) raw);
            case 32 -> Float.intBitsToFloat((int) raw);
            default -> Double.longBitsToDouble(raw);
          };
    };
  }

  private long raw(byte[] row, int index) {
    if (bits % 8 != 0) {
      return packed(row, index);
    }
    int bytes = bits / 8;
    int at = index * bytes;
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | (row[at + (littleEndian ? bytes - 1 - i : i)] & 0xff);
    }
    return value;
  }

  private long packed(byte[] row, int index) {
    long first = (long) index * bits;
    int at = (int) (first >>> 3);
    int skipped = (int) (first & 7);
    long value = 0;
    int have = -skipped;
    while (have < bits) {
      value = value << 8 | (row[at++] & 0xff);
      have += 8;
    }
    return value >>> (have - bits) & ((1L << bits) - 1);
  }
}
