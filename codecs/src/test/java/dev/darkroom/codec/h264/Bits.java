package dev.darkroom.codec.h264;

import dev.darkroom.codec.BitReader;

/** Writes syntax elements bit by bit (ITU-T H.264, 7.2 and 9.1). */
final class Bits {
  private final StringBuilder bits = new StringBuilder();

  /** Writes u(n). */
  Bits u(int count, int value) {
    for (int i = count - 1; i >= 0; i--) {
      bits.append(value >>> i & 1);
    }
    return this;
  }

  /** Writes flags, a character each: 0 or 1. */
  Bits flags(String values) {
    bits.append(values);
    return this;
  }

  /** Writes ue(v), one after the other. */
  Bits ue(int... values) {
    for (int value : values) {
      int length = 32 - Integer.numberOfLeadingZeros(value + 1);
      u(length - 1, 0).u(length, value + 1);
    }
    return this;
  }

  /** Writes se(v), one after the other. */
  Bits se(int... values) {
    for (int value : values) {
      ue(value > 0 ? 2 * value - 1 : -2 * value);
    }
    return this;
  }

  int length() {
    return bits.length();
  }

  /** Returns the bits with rbsp_trailing_bits() (7.3.2.11). */
  byte[] rbsp() {
    return bytes(bits + "1");
  }

  /** Returns a reader of just these bits, filled up to a byte by zeros. */
  BitReader reader() {
    return new BitReader(bytes(bits.toString()));
  }

  private static byte[] bytes(String bits) {
    byte[] bytes = new byte[(bits.length() + 7) / 8];
    for (int i = 0; i < bits.length(); i++) {
      bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
    }
    return bytes;
  }
}
