package dev.darkroom.codec.icc;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes conversions for color spaces that files describe without an ICC profile. */
public final class RgbColors {
  private RgbColors() {}

  /**
   * Makes the conversion of a color space by its code points of ITU-T H.273. Highlights of PQ and
   * HLG are compressed into sRGB's range.
   *
   * @param primaries code point of table 2, such as 12 for P3
   * @param transfer code point of table 3, such as 13 for sRGB's
   * @return empty if the space is sRGB, or a code point is unknown
   */
  public static Optional<ToSrgb> ofCodePoints(int primaries, int transfer) {
    DoubleUnaryOperator curve = Transfer.of(transfer);
    return curve == null ? Optional.empty() : worthwhile(Primaries.of(primaries), curve);
  }

  /**
   * Makes the conversion of a color space that PNG's gAMA and cHRM describe.
   *
   * @param gamma the exponent that encoded linear light
   * @param chromaticities x and y of white, red, green and blue
   * @return empty if the space is sRGB, or absurd
   */
  public static Optional<ToSrgb> calibrated(double gamma, double[] chromaticities) {
    double[] xy = chromaticities;
    var primaries = new Primaries(xy[0], xy[1], xy[2], xy[3], xy[4], xy[5], xy[6], xy[7]);
    return gamma > 0 ? worthwhile(primaries, Transfer.gamma(1 / gamma)) : Optional.empty();
  }

  private static Optional<ToSrgb> worthwhile(
      @Nullable Primaries primaries, DoubleUnaryOperator curve) {
    return RgbSpace.conversion(primaries, curve)
        .filter(conversion -> !conversion.changesNothing())
        .map(conversion -> conversion);
  }
}
