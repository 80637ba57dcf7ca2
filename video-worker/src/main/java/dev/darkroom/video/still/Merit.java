package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;

/**
 * How good a picture is to stand for a video: not black, not empty, not blurred.
 *
 * <p>Sharpness is the variance of the Laplacian of luma (J. L. Pech-Pacheco et al., "Diatom
 * autofocusing in brightfield microscopy: a comparative study", ICPR 2000), which motion and focus
 * blur lower. Alone it would favor white text on black, so it is weighed with the entropy of the
 * luma's histogram: how many shades there are, and how evenly they are used. Pictures that are
 * compared must have the same size.
 *
 * @param spread standard deviation of luma, in steps of 256
 * @param sharpness variance of the Laplacian
 * @param entropy of the luma's histogram of 64 shades, 0 to 6 bits
 */
public record Merit(double spread, double sharpness, double entropy) {
  /**
   * Black, white and single-colored frames, and those halfway through a fade, have less; dull
   * photographs have twice as much.
   */
  private static final double ENOUGH_SPREAD = 16;

  private static final int SHADES = 64;

  public static Merit of(RgbPicture picture) {
    int[] luma = luma(picture);
    return new Merit(
        spread(luma), sharpness(luma, picture.width(), picture.height()), entropy(luma));
  }

  /** Higher is better; below 0 of a picture with nothing to see, of which the liveliest is best. */
  public double score() {
    return spread < ENOUGH_SPREAD ? spread - ENOUGH_SPREAD : Math.sqrt(sharpness) * entropy;
  }

  /** ITU-R BT.601 weights in 256ths; all that matters here is that they are the same. */
  private static int[] luma(RgbPicture picture) {
    byte[] r = picture.r().samples();
    byte[] g = picture.g().samples();
    byte[] b = picture.b().samples();
    int[] luma = new int[picture.width() * picture.height()];
    for (int i = 0; i < luma.length; i++) {
      luma[i] = (77 * (r[i] & 0xff) + 150 * (g[i] & 0xff) + 29 * (b[i] & 0xff)) >> 8;
    }
    return luma;
  }

  private static double spread(int[] luma) {
    long sum = 0;
    long squares = 0;
    for (int value : luma) {
      sum += value;
      squares += (long) value * value;
    }
    return Math.sqrt(variance(sum, squares, luma.length));
  }

  /** With the kernel 0 1 0, 1 -4 1, 0 1 0; 0 of pictures that are too small for it. */
  private static double sharpness(int[] luma, int width, int height) {
    long sum = 0;
    long squares = 0;
    for (int y = 1; y < height - 1; y++) {
      for (int i = y * width + 1; i < (y + 1) * width - 1; i++) {
        int edge = luma[i - width] + luma[i - 1] + luma[i + 1] + luma[i + width] - 4 * luma[i];
        sum += edge;
        squares += (long) edge * edge;
      }
    }
    int count = Math.max(0, width - 2) * Math.max(0, height - 2);
    return count == 0 ? 0 : variance(sum, squares, count);
  }

  private static double variance(long sum, long squares, int count) {
    double mean = (double) sum / count;
    return Math.max(0, (double) squares / count - mean * mean);
  }

  /** Shannon's. StrictMath, so that every machine chooses the same poster. */
  private static double entropy(int[] luma) {
    int[] histogram = new int[SHADES];
    for (int value : luma) {
      histogram[(value * SHADES) >> 8]++;
    }
    double entropy = 0;
    for (int count : histogram) {
      if (count > 0) {
        double p = (double) count / luma.length;
        entropy -= p * StrictMath.log(p) / StrictMath.log(2);
      }
    }
    return entropy;
  }
}
