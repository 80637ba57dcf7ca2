package dev.darkroom.codec.png;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * The contents of IHDR (11.2.1).
 *
 * @param bits of a sample
 * @param samples of a pixel
 */
record PngLayout(int width, int height, int bits, int colorType, int samples, boolean interlaced) {
  /** IHDR's data, in bytes. */
  static final int LENGTH = 13;

  static final int GRAY = 0;
  static final int TRUECOLOR = 2;
  static final int PALETTE = 3;
  static final int GRAY_ALPHA = 4;
  static final int TRUECOLOR_ALPHA = 6;

  static PngLayout read(ByteReader in) throws Malformed {
    int width = in.count();
    int height = in.count();
    int bits = in.u8();
    int type = in.u8();
    // Table 8.
    int samples =
        switch (type) {
          case GRAY, PALETTE -> 1;
          case GRAY_ALPHA -> 2;
          case TRUECOLOR -> 3;
          case TRUECOLOR_ALPHA -> 4;
          default -> throw new Malformed(in.offset() - 1, "no color type is " + type);
        };
    boolean narrow = bits == 1 || bits == 2 || bits == 4;
    boolean allowed =
        bits == 8
            || (bits == 16 && type != PALETTE)
            || (narrow && (type == GRAY || type == PALETTE));
    if (width == 0 || height == 0 || !allowed) {
      throw new Malformed(in.offset(), width + "×" + height + " of " + bits + " bits");
    }
    if (in.u16() != 0) {
      throw new Malformed(in.offset() - 2, "an unknown compression or filter method");
    }
    return new PngLayout(width, height, bits, type, samples, in.u8() == 1);
  }

  /** Whole bytes of a pixel, at least one: the distance that filters look back (9.2). */
  int pixelBytes() {
    return Math.max(1, bits * samples / 8);
  }

  /** Bytes of a line of so many pixels, without its filter type. */
  int lineBytes(int pixels) throws Malformed {
    long bytes = ((long) pixels * bits * samples + 7) / 8;
    if (bytes > Integer.MAX_VALUE - 64) {
      throw new Malformed(0, "a line of " + bytes + " bytes");
    }
    return (int) bytes;
  }
}
