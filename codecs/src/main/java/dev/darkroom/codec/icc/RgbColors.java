package dev.darkroom.codec.icc;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conversions of spaces that files name by figures instead of an ICC profile. */
public final class RgbColors {
  private RgbColors() {}

  /**
   * By ITU-T H.273, of RGB pixels; highlights of PQ and HLG are pressed into sRGB's range.
   *
   * @param primaries by table 2, 12 for P3
   * @param transfer by table 3, 13 for sRGB's
   * @return empty if such pictures are best left as they are: they are sRGB, or their code points
   *     are unknown
   */
  public static Optional<ToSrgb> ofCodePoints(int primaries, int transfer) {
    DoubleUnaryOperator curve = Transfer.of(transfer);
    return curve == null ? Optional.empty() : worthwhile(Primaries.of(primaries), curve);
  }

  /**
   * By PNG's gAMA and cHRM.
   *
   * @param gamma the exponent that made samples of light
   * @param chromaticities x and y of the white, the red, the green, the blue
   * @return empty if such pictures are best left as they are
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
