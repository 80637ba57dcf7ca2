package dev.darkroom.video.picture;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.video.still.Keyframe;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Rates how well a picture stands for a video: black, empty and blurred ones rate low.
 *
 * <p>Sharpness is the variance of the Laplacian of luma (J. L. Pech-Pacheco et al., "Diatom
 * autofocusing in brightfield microscopy: a comparative study", ICPR 2000), which motion and focus
 * blur lower. Alone it would favor white text on black, so it is weighted with the entropy of the
 * luma histogram: how many shades there are, and how evenly they are used. Only pictures of the
 * same size can be compared.
 *
 * @param spread standard deviation of luma, in steps of 256
 * @param sharpness variance of the Laplacian
 * @param entropy of the luma histogram with 64 shades, 0 to 6 bits
 */
public record PosterScore(double spread, double sharpness, double entropy) {
  /**
   * Black, white and single-colored frames, and those halfway through a fade, have less; dull
   * photographs have twice as much.
   */
  private static final double ENOUGH_SPREAD = 16;

  private static final int SHADES = 64;

  /** Finds the picture with the highest score, the earliest of equals. */
  public static Optional<Map.Entry<Keyframe, RgbPicture>> best(Map<Keyframe, RgbPicture> pictures) {
    return pictures.entrySet().stream()
        .map(still -> new Rated(still, of(still.getValue()).value()))
        .min(
            Comparator.comparingDouble((Rated still) -> -still.score)
                .thenComparingDouble(still -> still.keyframe().seconds())
                .thenComparingLong(still -> still.keyframe().offset()))
        .map(Rated::still);
  }

  private record Rated(Map.Entry<Keyframe, RgbPicture> still, double score) {
    Keyframe keyframe() {
      return still.getKey();
    }
  }

  static PosterScore of(RgbPicture picture) {
    int[] luma = luma(picture);
    return new PosterScore(
        spread(luma), sharpness(luma, picture.width(), picture.height()), entropy(luma));
  }

  /** Higher is better. Pictures with nothing to see are below 0, the liveliest of them highest. */
  double value() {
    return spread < ENOUGH_SPREAD ? spread - ENOUGH_SPREAD : Math.sqrt(sharpness) * entropy;
  }

  /** Weights red, green and blue as ITU-R BT.601 does, in 256ths. */
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

  /** Applies the kernel 0 1 0, 1 -4 1, 0 1 0. Returns 0 if the picture is too small for it. */
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

  /** Shannon entropy. StrictMath makes every machine choose the same poster. */
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
