package dev.darkroom.codec.icc;

import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Transfer curves from coded samples to linear light, both 0 to 1; 1 is diffuse white. */
final class Transfer {
  /** HDR reference white, in nits (ITU-R BT.2408-7, 2.1). */
  private static final double PAPER = 203;

  /** Peak luminance that most HDR pictures are mastered for, in nits. */
  private static final double PEAK = 1000;

  private Transfer() {}

  /** Returns a code point's curve (ITU-T H.273, table 3); null if pictures do not use it. */
  static @Nullable DoubleUnaryOperator of(int codePoint) {
    return switch (codePoint) {
      // Camera curves like BT.709's are meant for displays with a curve like sRGB's.
      case 1, 2, 6, 7, 13, 14, 15 -> Transfer::srgb;
      case 4 -> gamma(2.2);
      case 5 -> gamma(2.8);
      case 8 -> DoubleUnaryOperator.identity();
      case 16 -> x -> shoulder(pq(x));
      case 18 -> x -> shoulder(hlg(x));
      default -> null;
    };
  }

  static DoubleUnaryOperator gamma(double exponent) {
    return x -> Math.pow(x, exponent);
  }

  /** IEC 61966-2-1, 5.2. */
  static double srgb(double x) {
    return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
  }

  /** The inverse of IEC 61966-2-1, 5.2. */
  static double toSrgb(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  /** ITU-R BT.2100-2, table 4: perceptual quantization, up to 10,000 nits. */
  private static double pq(double x) {
    double m1 = 2610 / 16384.0;
    double m2 = 2523 / 4096.0 * 128;
    double c1 = 3424 / 4096.0;
    double c2 = 2413 / 4096.0 * 32;
    double c3 = 2392 / 4096.0 * 32;
    double root = Math.pow(x, 1 / m2);
    return 10_000 / PAPER * Math.pow(Math.max(root - c1, 0) / (c2 - c3 * root), 1 / m1);
  }

  /** ITU-R BT.2100-2, table 5, for a display of 1000 nits with a system gamma of 1.2. */
  private static double hlg(double x) {
    double a = 0.17883277;
    double b = 1 - 4 * a;
    double c = 0.5 - a * Math.log(4 * a);
    double scene = x <= 0.5 ? x * x / 3 : (Math.exp((x - c) / a) + b) / 12;
    return PEAK / PAPER * Math.pow(scene, 1.2);
  }

  /**
   * Compresses highlights: keeps light up to a knee and bends the rest towards the peak, which
   * becomes 1 (the curve of Reinhard et al., "Photographic Tone Reproduction", 2002, eq. 3, with
   * slope 1 at the knee).
   */
  private static double shoulder(double light) {
    double knee = 0.6;
    double over = light - knee;
    double bend = 1 / (1 - knee) - 1 / (PEAK / PAPER - knee);
    return over <= 0 ? light : Math.min(1, knee + over / (1 + bend * over));
  }
}
