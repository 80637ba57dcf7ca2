package dev.darkroom.codec.gif;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes small GIFs for tests, in four colors: black, red, green, and blue. */
final class GifBytes {
  static final int RED = 0xffff0000;
  static final int GREEN = 0xff00ff00;
  static final int BLUE = 0xff0000ff;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  GifBytes(int width, int height) {
    out.writeBytes("GIF89a".getBytes(StandardCharsets.US_ASCII));
    u16(width);
    u16(height);
    bytes(0x81, 0, 0);
    bytes(0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255);
  }

  GifBytes repeated(int times) {
    bytes(0x21, 0xff, 11);
    out.writeBytes("NETSCAPE2.0".getBytes(StandardCharsets.US_ASCII));
    bytes(3, 1);
    u16(times);
    bytes(0);
    return this;
  }

  /**
   * Appends a Graphic Control Extension.
   *
   * @param delay in hundredths of a second
   * @param transparent index, negative for none
   */
  GifBytes control(int disposal, int delay, int transparent) {
    bytes(0x21, 0xf9, 4, disposal << 2 | (transparent < 0 ? 0 : 1));
    u16(delay);
    bytes(Math.max(0, transparent), 0);
    return this;
  }

  /**
   * Appends an image.
   *
   * @param indices a digit for each pixel
   */
  GifBytes frame(int left, int top, int width, int height, boolean interlaced, String indices) {
    bytes(0x2c);
    u16(left);
    u16(top);
    u16(width);
    u16(height);
    bytes(interlaced ? 0x40 : 0, 2);
    byte[] data = codes(indices);
    for (int from = 0; from < data.length; from += 255) {
      int length = Math.min(255, data.length - from);
      bytes(length);
      out.write(data, from, length);
    }
    bytes(0);
    return this;
  }

  /** Appends bytes that belong to no block. */
  GifBytes raw(int... values) {
    bytes(values);
    return this;
  }

  byte[] end() {
    bytes(0x3b);
    return out.toByteArray();
  }

  byte[] unended() {
    return out.toByteArray();
  }

  /** Returns codes of three bits, with a clear code before every index so that none grows. */
  private static byte[] codes(String indices) {
    var bits = new StringBuilder();
    for (int i = 0; i < indices.length(); i++) {
      int index = indices.charAt(i) - '0';
      bits.insert(0, "100").insert(0, "0" + (index >> 1) + (index & 1));
    }
    bits.insert(0, "101");
    while (bits.length() % 8 != 0) {
      bits.insert(0, '0');
    }
    byte[] data = new byte[bits.length() / 8];
    for (int i = 0; i < data.length; i++) {
      int end = bits.length() - 8 * i;
      data[i] = (byte) Integer.parseInt(bits.substring(end - 8, end), 2);
    }
    return data;
  }

  private void u16(int value) {
    bytes(value & 0xff, value >> 8);
  }

  private void bytes(int... values) {
    for (int value : values) {
      out.write(value);
    }
  }
}
