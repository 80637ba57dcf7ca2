package dev.darkroom.codec.tiff;

import dev.darkroom.codec.header.Color.Model;
import org.jspecify.annotations.Nullable;

/** What the samples of a pixel stand for ("PhotometricInterpretation", sections 16, 21 and 23). */
enum Photometric {
  WHITE_IS_ZERO(Model.GRAY, 1),
  BLACK_IS_ZERO(Model.GRAY, 1),
  RGB(Model.RGB, 3),
  PALETTE(Model.PALETTE, 1),
  CMYK(Model.CMYK, 4),
  YCBCR(Model.YCBCR, 3),
  /** CIE L*a*b*, a* and b* signed. */
  CIE_LAB(Model.LAB, 3),
  /** CIE L*a*b*, a* and b* with an offset (Adobe Photoshop TIFF Technical Notes). */
  ICC_LAB(Model.LAB, 3);

  private final Model model;
  private final int colors;

  Photometric(Model model, int colors) {
    this.model = model;
    this.colors = colors;
  }

  /** Returns the interpretation of a value of the tag; null if it is not decoded here. */
  static @Nullable Photometric of(int code) {
    return switch (code) {
      case 0 -> WHITE_IS_ZERO;
      case 1 -> BLACK_IS_ZERO;
      case 2 -> RGB;
      case 3 -> PALETTE;
      case 5 -> CMYK;
      case 6 -> YCBCR;
      case 8 -> CIE_LAB;
      case 9 -> ICC_LAB;
      default -> null;
    };
  }

  /** Names an interpretation that is not decoded here. */
  static String name(int code) {
    return switch (code) {
      case 4 -> "a transparency mask for a picture";
      case 10 -> "ITU L*a*b* colors";
      case 32844 -> "LogL luminance";
      case 32845 -> "LogLuv colors";
      case 51177 -> "a depth map for a picture";
      default -> "the photometric interpretation " + code;
    };
  }

  Model model() {
    return model;
  }

  /** Returns the number of samples that make a color; more are extra samples. */
  int colors() {
    return colors;
  }
}
