package dev.darkroom.codec.icc;

import dev.darkroom.codec.picture.Bitmap;

/** Converts the colors of a color space to sRGB, white to white; leaves alpha alone. */
public interface ToSrgb {
  /**
   * Converts in place.
   *
   * @param pixels in the layout of a {@link Bitmap}; threads may convert parts of them in parallel
   * @param from index of the first pixel
   * @param to index after the last pixel
   */
  void convert(int[] pixels, int from, int to);

  /** Converts a whole picture in place. */
  default void convert(Bitmap bitmap) {
    convert(bitmap.pixels(), 0, bitmap.pixels().length);
  }
}
