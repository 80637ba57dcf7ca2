package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Profile;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/** Converts printing inks to colors. */
interface Inks {
  /**
   * Converts pixels.
   *
   * @param cmyk four bytes per pixel, 255 is full coverage
   * @param rgb receives the colors, opaque
   * @param at index of the first color
   */
  void toRgb(byte[] cmyk, int[] rgb, int at);

  /** Returns the conversion by a CMYK profile, or by coated paper for any other. */
  static Inks of(Profile profile) {
    if (profile instanceof Profile.Icc icc) {
      try {
        ICC_Profile inks = ICC_Profile.getInstance(icc.bytes());
        if (inks.getColorSpaceType() == ColorSpace.TYPE_CMYK) {
          var profiled = new ProfiledInks(inks);
          // The JDK reads the tables on first use: a damaged one must fail here.
          profiled.toRgb(new byte[4], new int[1], 0);
          return profiled;
        }
      } catch (IllegalArgumentException | CMMException e) {
        // Damaged profiles are common; the picture is shown without.
      }
    }
    return new CoatedInks();
  }
}
