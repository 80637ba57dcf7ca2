package dev.darkroom.image.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes numbers in the order of bytes that a format has. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final boolean littleEndian;

  private Bytes(boolean littleEndian) {
    this.littleEndian = littleEndian;
  }

  static Bytes bigEndian() {
    return new Bytes(false);
  }

  static Bytes littleEndian() {
    return new Bytes(true);
  }

  Bytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Bytes u16(int value) {
    return number(value, 2);
  }

  Bytes u24(int value) {
    return number(value, 3);
  }

  Bytes u32(long value) {
    return number(value, 4);
  }

  Bytes text(String ascii) {
    return bytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  Bytes bytes(byte... values) {
    out.writeBytes(values);
    return this;
  }

  Bytes zeroes(int count) {
    return bytes(new byte[count]);
  }

  int size() {
    return out.size();
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }

  private Bytes number(long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      int shift = 8 * (littleEndian ? i : bytes - 1 - i);
      out.write((int) (value >> shift));
    }
    return this;
  }
}
