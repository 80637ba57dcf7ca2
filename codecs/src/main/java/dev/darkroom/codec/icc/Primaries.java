package dev.darkroom.codec.icc;

import org.jspecify.annotations.Nullable;

/** Chromaticities of a display's white point and primaries. */
record Primaries(
    double whiteX,
    double whiteY,
    double redX,
    double redY,
    double greenX,
    double greenY,
    double blueX,
    double blueY) {
  /** ITU-R BT.709-6, 3; sRGB's too. */
  static final Primaries BT_709 = d65(0.64, 0.33, 0.3, 0.6, 0.15, 0.06);

  /** ICC.1:2022, 7.2.16: the white of the profile connection space. */
  private static final double[] D50 = {0.9642, 1, 0.8249};

  /** ICC.1:2022, E.3: the linearized Bradford transform. */
  private static final Matrix3 BRADFORD =
      new Matrix3(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296);

  private static Primaries d65(
      double redX, double redY, double greenX, double greenY, double blueX, double blueY) {
    return new Primaries(0.3127, 0.329, redX, redY, greenX, greenY, blueX, blueY);
  }

  /** Returns a code point's primaries (ITU-T H.273, table 2); null if pictures do not use them. */
  static @Nullable Primaries of(int codePoint) {
    return switch (codePoint) {
      // 2 is "unspecified".
      case 1, 2 -> BT_709;
      case 4 -> new Primaries(0.31, 0.316, 0.67, 0.33, 0.21, 0.71, 0.14, 0.08);
      case 5 -> d65(0.64, 0.33, 0.29, 0.6, 0.15, 0.06);
      case 6, 7 -> d65(0.63, 0.34, 0.31, 0.595, 0.155, 0.07);
      case 8 -> new Primaries(0.31, 0.316, 0.681, 0.319, 0.243, 0.692, 0.145, 0.049);
      case 9 -> d65(0.708, 0.292, 0.17, 0.797, 0.131, 0.046);
      case 11 -> new Primaries(0.314, 0.351, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06);
      case 12 -> d65(0.68, 0.32, 0.265, 0.69, 0.15, 0.06);
      case 22 -> d65(0.63, 0.34, 0.295, 0.605, 0.155, 0.077);
      default -> null;
    };
  }

  /**
   * Returns the matrix from linear light to XYZ relative to D50 (SMPTE RP 177, 3.3, then
   * ICC.1:2022, E.2); null if these chromaticities span no color space.
   */
  @Nullable Matrix3 toD50() {
    if (!(whiteY > 0 && redY > 0 && greenY > 0 && blueY > 0)) {
      return null;
    }
    Matrix3 lights = Matrix3.columns(xyz(redX, redY), xyz(greenX, greenY), xyz(blueX, blueY));
    if (!(Math.abs(lights.determinant()) > 1e-6)) {
      return null;
    }
    double[] white = xyz(whiteX, whiteY);
    double[] powers = lights.inverse().times(white[0], white[1], white[2]);
    double[] from = BRADFORD.times(white[0], white[1], white[2]);
    double[] to = BRADFORD.times(D50[0], D50[1], D50[2]);
    if (!(from[0] > 0 && from[1] > 0 && from[2] > 0)) {
      return null;
    }
    return BRADFORD
        .inverse()
        .times(Matrix3.diagonal(to[0] / from[0], to[1] / from[1], to[2] / from[2]))
        .times(BRADFORD)
        .times(lights)
        .times(Matrix3.diagonal(powers[0], powers[1], powers[2]));
  }

  private static double[] xyz(double x, double y) {
    return new double[] {x / y, 1, (1 - x - y) / y};
  }
}
