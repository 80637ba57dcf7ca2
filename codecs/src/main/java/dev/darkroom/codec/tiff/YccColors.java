package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.TiffDirectory;

/** Converts luminance and color differences by the file's own coefficients (sections 20, 21). */
final class YccColors implements TiffColors {
  private static final int COEFFICIENTS = 529;
  private static final int REFERENCES = 532;

  private final int samples;
  private final double red;
  private final double green;
  private final double blue;

  /** Offsets and factors that map each sample to 0–1, or −0.5 to 0.5. */
  private final double[] offsets = new double[3];

  private final double[] factors = new double[3];

  YccColors(TiffDirectory directory, int samples, int bits) throws Malformed {
    this.samples = samples;
    this.red = directory.real(COEFFICIENTS, 0, 0.299);
    this.green = directory.real(COEFFICIENTS, 1, 0.587);
    this.blue = directory.real(COEFFICIENTS, 2, 0.114);
    if (!(red >= 0 && green > 0 && blue >= 0)) {
      throw new Malformed(0, "no valid coefficients");
    }
    double max = (1 << bits) - 1;
    double middle = 1 << (bits - 1);
    for (int i = 0; i < 3; i++) {
      double black = directory.real(REFERENCES, 2L * i, i == 0 ? 0 : middle);
      double white = directory.real(REFERENCES, 2L * i + 1, max);
      if (!(white > black)) {
        throw new Malformed(0, "no valid reference levels");
      }
      // Section 21: differences have half the range of luminance, less one level.
      double range = i == 0 ? 1 : (middle - 1) / max;
      factors[i] = range * max / TiffSamples.FULL / (white - black);
      offsets[i] = black * TiffSamples.FULL / max;
    }
  }

  @Override
  public void convert(int[] levels, int count, int[] argb, int at) {
    for (int x = 0, i = 0; x < count; x++, i += samples) {
      double y = (levels[i] - offsets[0]) * factors[0];
      double cb = (levels[i + 1] - offsets[1]) * factors[1];
      double cr = (levels[i + 2] - offsets[2]) * factors[2];
      double r = y + cr * (2 - 2 * red);
      double b = y + cb * (2 - 2 * blue);
      double g = (y - red * r - blue * b) / green;
      argb[at + x] = OPAQUE | level(r) << 16 | level(g) << 8 | level(b);
    }
  }

  private static int level(double value) {
    return Math.clamp(Math.round(255 * value), 0, 255);
  }
}
