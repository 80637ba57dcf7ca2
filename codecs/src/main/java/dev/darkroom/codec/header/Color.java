package dev.darkroom.codec.header;

/**
 * What the samples mean.
 *
 * @param profile which colors exactly; of CMYK too
 */
public record Color(Model model, Profile profile) {
  /** How channels make a color, before any decoder converts it. */
  public enum Model {
    GRAY,
    RGB,
    PALETTE,
    YCBCR,
    CMYK,
    /** CMYK whose first three are coded as YCbCr of their inverse. */
    YCCK,
    LAB
  }

  public static Color unspecified(Model model) {
    return new Color(model, new Profile.Unspecified());
  }
}
