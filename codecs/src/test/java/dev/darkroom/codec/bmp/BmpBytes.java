package dev.darkroom.codec.bmp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Builds bitmaps: a file header, a header of any kind, and whatever follows. */
final class BmpBytes {
  private final ByteBuffer out = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
  private final int header;

  private BmpBytes(int header) {
    this.header = header;
    out.put((byte) 'B').put((byte) 'M').putInt(0).putInt(0).putInt(0).putInt(header);
  }

  /** Starts with a BITMAPCOREHEADER. */
  static BmpBytes core(int width, int height, int bits) {
    var file = new BmpBytes(12);
    file.out.putShort((short) width).putShort((short) height).putShort((short) 1);
    file.out.putShort((short) bits);
    return file;
  }

  /**
   * Starts with a header of 16 bytes or more; fields past it are left out.
   *
   * @param colors number of colors that the header claims
   * @param masks red, green, blue and alpha, in the header or after one of 40 bytes
   */
  static BmpBytes info(
      int header, int width, int height, int bits, int compression, int colors, int... masks) {
    var file = new BmpBytes(header);
    var rest = ByteBuffer.allocate(124).order(ByteOrder.LITTLE_ENDIAN);
    rest.putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
    rest.putInt(compression).putInt(0).putInt(0).putInt(0).putInt(colors).putInt(0);
    for (int mask : masks) {
      rest.putInt(mask);
    }
    int afterHeader = header == 40 ? 4 * masks.length : 0;
    file.out.put(rest.array(), 0, header - 4 + afterHeader);
    return file;
  }

  /** Appends colors of as many bytes as the header wants. */
  BmpBytes colors(int... colors) {
    for (int color : colors) {
      bytes(color & 0xff, color >> 8 & 0xff, color >> 16 & 0xff);
      if (header != 12) {
        bytes(0);
      }
    }
    return this;
  }

  /** Marks where pixels begin, which the file header tells. */
  BmpBytes pixels(int... bytes) {
    out.putInt(10, out.position());
    return bytes(bytes);
  }

  BmpBytes bytes(int... bytes) {
    for (int value : bytes) {
      out.put((byte) value);
    }
    return this;
  }

  byte[] file() {
    byte[] file = new byte[out.position()];
    out.get(0, file);
    return file;
  }
}
