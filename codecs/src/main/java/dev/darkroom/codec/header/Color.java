package dev.darkroom.codec.header;

/**
 * Which colors the samples stand for.
 *
 * @param profile maps samples of the model, CMYK included, to colors
 */
public record Color(Model model, Profile profile) {
  /** How channels make a color as stored, before a decoder converts it. */
  public enum Model {
    GRAY,
    RGB,
    PALETTE,
    YCBCR,
    CMYK,
    /** CMYK whose first three inks are stored as the YCbCr of their complements. */
    YCCK,
    LAB
  }

  /** Returns a color whose profile the file does not specify. */
  public static Color unspecified(Model model) {
    return new Color(model, new Profile.Unspecified());
  }
}
