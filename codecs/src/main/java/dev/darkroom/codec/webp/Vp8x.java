package dev.darkroom.codec.webp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * The first chunk of an extended file (2.7).
 *
 * @param width of the canvas, in pixels
 * @param height of the canvas, in pixels
 */
record Vp8x(boolean alpha, boolean animated, int width, int height) {
  private static final int ALPHA = 0x10;
  private static final int ANIMATED = 0x02;

  /** Reads flags, three reserved bytes, and 24 bits each of width and height minus one. */
  static Vp8x read(ByteReader in) throws Malformed {
    int flags = in.u8();
    in.skip(3);
    return new Vp8x((flags & ALPHA) != 0, (flags & ANIMATED) != 0, in.u24le() + 1, in.u24le() + 1);
  }
}
