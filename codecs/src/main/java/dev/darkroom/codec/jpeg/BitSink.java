package dev.darkroom.codec.jpeg;

import java.io.ByteArrayOutputStream;

/** Bits of entropy-coded data, with a zero behind each byte that looks like a marker (F.1.2.3). */
final class BitSink {
  private final ByteArrayOutputStream out;
  private int held;
  private int count;

  BitSink(ByteArrayOutputStream out) {
    this.out = out;
  }

  /**
   * @param length 0 to 16
   */
  void put(int bits, int length) {
    held = held << length | (bits & ((1 << length) - 1));
    count += length;
    while (count >= 8) {
      count -= 8;
      write(held >>> count & 0xff);
    }
    held &= (1 << count) - 1;
  }

  /** Fills the last byte with ones. */
  void finish() {
    if (count > 0) {
      put(0x7f, 8 - count);
    }
  }

  private void write(int b) {
    out.write(b);
    if (b == 0xff) {
      out.write(0);
    }
  }
}
