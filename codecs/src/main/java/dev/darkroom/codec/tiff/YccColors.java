package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.TiffDirectory;

/**
 * Converts luminance and color differences of 8 bits by the file's own coefficients (sections 20
 * and 21).
 */
final class YccColors implements TiffColors {
  private static final int COEFFICIENTS = 529;
  private static final int REFERENCES = 532;
  private static final int LEVELS = 256;
  private static final int MIDDLE = 128;

  /** Section 21: differences have half the range of luminance, less one level. */
  private static final double DIFFERENCES = 127;

  /** Fixed-point bits of the tables. */
  private static final int BITS = 16;

  private final int samples;

  /** By a sample, what it adds to a color, in units of 2^-16 levels. */
  private final int[] luminance;

  private final int[] redOfCr;
  private final int[] greenOfCr;
  private final int[] greenOfCb;
  private final int[] blueOfCb;

  YccColors(TiffDirectory directory, int samples) throws Malformed {
    this.samples = samples;
    double red = directory.real(COEFFICIENTS, 0, 0.299);
    double green = directory.real(COEFFICIENTS, 1, 0.587);
    double blue = directory.real(COEFFICIENTS, 2, 0.114);
    if (!(red >= 0 && red <= 1 && green > 0.01 && green <= 1 && blue >= 0 && blue <= 1)) {
      throw new Malformed(0, "no valid coefficients");
    }
    double ofCr = 2 - 2 * red;
    double ofCb = 2 - 2 * blue;
    luminance = table(directory, 0, LEVELS - 1.0);
    redOfCr = table(directory, 2, ofCr * DIFFERENCES);
    greenOfCr = table(directory, 2, -red * ofCr / green * DIFFERENCES);
    greenOfCb = table(directory, 1, -blue * ofCb / green * DIFFERENCES);
    blueOfCb = table(directory, 1, ofCb * DIFFERENCES);
  }

  /** Maps a component's samples: its black to 0, its white to a number of levels. */
  private static int[] table(TiffDirectory directory, int component, double full) throws Malformed {
    double black = directory.real(REFERENCES, 2L * component, component == 0 ? 0 : MIDDLE);
    double white = directory.real(REFERENCES, 2L * component + 1, LEVELS - 1);
    if (!(white - black >= 1)) {
      throw new Malformed(0, "no valid reference levels");
    }
    int[] table = new int[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      double level = Math.clamp((i - black) / (white - black) * full, -1000, 1000);
      table[i] = (int) Math.round(level * (1 << BITS));
    }
    return table;
  }

  @Override
  public void convert(int[] levels, int count, int[] argb, int at) {
    for (int x = 0, i = 0; x < count; x++, i += samples) {
      int y = luminance[levels[i] >> 8] + (1 << (BITS - 1));
      int cb = levels[i + 1] >> 8;
      int cr = levels[i + 2] >> 8;
      argb[at + x] =
          OPAQUE
              | level(y + redOfCr[cr]) << 16
              | level(y + greenOfCr[cr] + greenOfCb[cb]) << 8
              | level(y + blueOfCb[cb]);
    }
  }

  private static int level(int value) {
    return Math.clamp(value >> BITS, 0, LEVELS - 1);
  }
}
