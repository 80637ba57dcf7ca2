package dev.darkroom.image.golden;

/**
 * Measures how alike two pictures of one size are.
 *
 * @param difference mean absolute difference of the samples, in levels of 255
 * @param structure SSIM of the lumas: Wang, Bovik, Sheikh, Simoncelli, "Image Quality Assessment:
 *     From Error Visibility to Structural Similarity", IEEE Transactions on Image Processing 13
 *     (2004), equation 13, with square windows of 8 by 8, a step of 4; 1 is the same
 * @param color the largest difference of a sample between the means of fields of 8 by 8: a color
 *     that is wrong in one place shows in it, fine noise does not
 */
public record Likeness(double difference, double structure, double color) {
  private static final int WINDOW = 8;
  private static final double C1 = Math.pow(0.01 * 255, 2);
  private static final double C2 = Math.pow(0.03 * 255, 2);

  static Likeness of(Seen expected, Seen actual) {
    return new Likeness(
        difference(expected, actual), structure(expected, actual), color(expected, actual));
  }

  /** Returns the worse of both in each respect. */
  Likeness worse(Likeness other) {
    return new Likeness(
        Math.max(difference, other.difference),
        Math.min(structure, other.structure),
        Math.max(color, other.color));
  }

  /** Returns a likeness that demands less. */
  public Likeness less(double difference, double structure, double color) {
    return new Likeness(
        this.difference + difference, this.structure - structure, this.color + color);
  }

  /** Tells whether this likeness is at least as good as the other in every respect. */
  public boolean reaches(Likeness least) {
    return difference <= least.difference && structure >= least.structure && color <= least.color;
  }

  private static double difference(Seen expected, Seen actual) {
    double sum = 0;
    for (int p = 0; p < expected.levels().length; p++) {
      for (int i = 0; i < 3; i++) {
        sum += Math.abs(expected.levels()[p][i] - actual.levels()[p][i]);
      }
    }
    return sum / (3 * expected.levels().length);
  }

  private static double structure(Seen expected, Seen actual) {
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + WINDOW <= expected.height(); y += WINDOW / 2) {
      for (int x = 0; x + WINDOW <= expected.width(); x += WINDOW / 2) {
        sum += window(expected, actual, y * expected.width() + x);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(Seen expected, Seen actual, int at) {
    int n = WINDOW * WINDOW;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < n; i++) {
      int pixel = at + i / WINDOW * expected.width() + i % WINDOW;
      double x = expected.luma(pixel);
      double y = actual.luma(pixel);
      a += x;
      b += y;
      aa += x * x;
      bb += y * y;
      ab += x * y;
    }
    double meanA = a / n;
    double meanB = b / n;
    double varianceA = aa / n - meanA * meanA;
    double varianceB = bb / n - meanB * meanB;
    double covariance = ab / n - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }

  private static double color(Seen expected, Seen actual) {
    int across = Math.max(1, expected.width() / WINDOW);
    int down = Math.max(1, expected.height() / WINDOW);
    Seen a = expected.shrunkTo(across, down);
    Seen b = actual.shrunkTo(across, down);
    double largest = 0;
    for (int p = 0; p < a.levels().length; p++) {
      for (int i = 0; i < 3; i++) {
        largest = Math.max(largest, Math.abs(a.levels()[p][i] - b.levels()[p][i]));
      }
    }
    return largest;
  }

  @Override
  public String toString() {
    return "difference %.2f, structure %.4f, color %.1f".formatted(difference, structure, color);
  }
}
