package dev.darkroom.bench.image;

import dev.darkroom.codec.picture.Bitmap;

/**
 * Computes the structural similarity of luma (Wang, Bovik, Sheikh, Simoncelli: "Image Quality
 * Assessment", IEEE Transactions on Image Processing 13, 2004): the mean over windows of 8×8 in
 * steps of 4, as its section III.B computes it before the authors weighted their windows.
 */
final class Ssim {
  private static final int WINDOW = 8;
  private static final int STEP = 4;
  private static final double C1 = 0.01 * 255 * (0.01 * 255);
  private static final double C2 = 0.03 * 255 * (0.03 * 255);

  private Ssim() {}

  /** Returns the similarity; 1 for equal pictures. */
  static double of(Bitmap a, Bitmap b) {
    if (a.width() != b.width() || a.height() != b.height()) {
      throw new IllegalArgumentException("pictures of different sizes");
    }
    double sum = 0;
    long windows = 0;
    for (int y = 0; y + WINDOW <= a.height(); y += STEP) {
      for (int x = 0; x + WINDOW <= a.width(); x += STEP) {
        sum += window(a, b, x, y);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(Bitmap a, Bitmap b, int left, int top) {
    double sumA = 0;
    double sumB = 0;
    double sumAa = 0;
    double sumBb = 0;
    double sumAb = 0;
    for (int y = top; y < top + WINDOW; y++) {
      for (int x = left; x < left + WINDOW; x++) {
        double va = luma(a.pixels()[y * a.width() + x]);
        double vb = luma(b.pixels()[y * b.width() + x]);
        sumA += va;
        sumB += vb;
        sumAa += va * va;
        sumBb += vb * vb;
        sumAb += va * vb;
      }
    }
    double n = WINDOW * WINDOW;
    double meanA = sumA / n;
    double meanB = sumB / n;
    double varianceA = sumAa / n - meanA * meanA;
    double varianceB = sumBb / n - meanB * meanB;
    double covariance = sumAb / n - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }

  private static double luma(int pixel) {
    return 0.299 * (pixel >> 16 & 0xff) + 0.587 * (pixel >> 8 & 0xff) + 0.114 * (pixel & 0xff);
  }
}
