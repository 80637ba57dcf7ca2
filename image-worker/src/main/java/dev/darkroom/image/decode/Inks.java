package dev.darkroom.image.decode;

import dev.darkroom.codec.header.Profile;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;

/** What printing inks look like. */
interface Inks {
  /**
   * @param cmyk four bytes a pixel, 255 all of an ink
   * @param rgb where the colors go, opaque
   * @param at of the first
   */
  void toRgb(byte[] cmyk, int[] rgb, int at);

  /** By the profile where it is one of four inks, else as coated paper shows them. */
  static Inks of(Profile profile) {
    if (profile instanceof Profile.Icc icc) {
      try {
        ICC_Profile inks = ICC_Profile.getInstance(icc.bytes());
        if (inks.getColorSpaceType() == ColorSpace.TYPE_CMYK) {
          var profiled = new ProfiledInks(inks);
          // The JDK does not look into the tables before it needs them.
          profiled.toRgb(new byte[4], new int[1], 0);
          return profiled;
        }
      } catch (IllegalArgumentException | CMMException e) {
        // Damaged profiles are common, and pictures with one not to be lost.
      }
    }
    return new CoatedInks();
  }
}
