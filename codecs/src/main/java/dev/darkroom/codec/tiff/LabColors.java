package dev.darkroom.codec.tiff;

/** Converts CIE L*a*b* relative to D50 to sRGB (section 23; IEC 61966-2-1). */
final class LabColors implements TiffColors {
  private static final double[] WHITE = {0.9642, 1, 0.8249};

  /** From XYZ relative to D50 to linear sRGB (Bradford adaptation). */
  private static final double[][] TO_RGB = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  private final int samples;
  private final boolean eightBits;
  private final boolean offset;

  /**
   * @param offset whether a* and b* are stored with an offset, not signed
   */
  LabColors(int samples, int bits, boolean offset) {
    this.samples = samples;
    this.eightBits = bits == 8;
    this.offset = offset;
  }

  @Override
  public void convert(int[] levels, int count, int[] argb, int at) {
    for (int x = 0, i = 0; x < count; x++, i += samples) {
      double light = levels[i] * 100.0 / TiffSamples.FULL;
      argb[at + x] = color(light, difference(levels[i + 1]), difference(levels[i + 2]));
    }
  }

  private double difference(int level) {
    int flipped = offset ? level ^ 0x8000 : level;
    return eightBits ? (byte) (flipped >> 8) : (short) flipped / 256.0;
  }

  private static int color(double light, double a, double b) {
    double fy = (light + 16) / 116;
    double x = WHITE[0] * cube(fy + a / 500);
    double y = WHITE[1] * cube(fy);
    double z = WHITE[2] * cube(fy - b / 200);
    int color = OPAQUE;
    for (int channel = 0; channel < 3; channel++) {
      double[] row = TO_RGB[channel];
      double linear = Math.clamp(row[0] * x + row[1] * y + row[2] * z, 0, 1);
      double coded =
          linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
      color |= (int) Math.round(255 * coded) << (16 - 8 * channel);
    }
    return color;
  }

  private static double cube(double f) {
    return f > 6.0 / 29 ? f * f * f : (f - 16.0 / 116) * 108 / 841;
  }
}
