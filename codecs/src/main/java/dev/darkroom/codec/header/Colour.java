package dev.darkroom.codec.header;

/**
 * What the samples mean.
 *
 * @param profile which colours exactly; of CMYK too
 */
public record Colour(Model model, Profile profile) {
  /** How channels make a colour, before any decoder converts it. */
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

  static Colour unspecified(Model model) {
    return new Colour(model, new Profile.Unspecified());
  }
}
