package dev.darkroom.codec.icc;

import dev.darkroom.codec.picture.Bitmap;

/** Turns colors of some space into sRGB's, relative to the white of each; alpha stays. */
public interface ToSrgb {
  /**
   * Converts in place.
   *
   * @param pixels as a {@link Bitmap} has them
   * @param from the first
   * @param to behind the last; parts may be converted by different threads
   */
  void convert(int[] pixels, int from, int to);

  /** Converts all of it in place. */
  default void convert(Bitmap bitmap) {
    convert(bitmap.pixels(), 0, bitmap.pixels().length);
  }
}
