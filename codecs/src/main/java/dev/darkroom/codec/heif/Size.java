package dev.darkroom.codec.heif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/** Width and height in pixels, each 1 or more. */
public record Size(int width, int height) {
  private static final int MAX_SCALE = 8;

  static Size of(long width, long height, ByteReader in) throws Malformed {
    if (width < 1 || width > Integer.MAX_VALUE || height < 1 || height > Integer.MAX_VALUE) {
      throw new Malformed(in.offset(), "a picture of " + width + "×" + height);
    }
    return new Size((int) width, (int) height);
  }

  public long pixels() {
    return (long) width * height;
  }

  /**
   * Whether a picture of this size may be one of another size in another resolution: it has the
   * same shape, to within a pixel for rounding, and is at most 8 times as large or as small, as are
   * the layers of AV1, each of which has twice the resolution of the one before.
   */
  public boolean isScaled(Size other) {
    long difference = Math.abs((long) width * other.height - (long) height * other.width);
    return difference <= (long) Math.max(width, other.width) + Math.max(height, other.height)
        && width <= (long) MAX_SCALE * other.width
        && other.width <= (long) MAX_SCALE * width;
  }

  Size turned() {
    return new Size(/* width= */ height, /* height= */ width);
  }
}
