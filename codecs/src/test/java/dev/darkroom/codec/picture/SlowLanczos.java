package dev.darkroom.codec.picture;

/** Resizes by the book: every output from all its inputs, in {@code double}. */
final class SlowLanczos {
  private SlowLanczos() {}

  static Bitmap resize(Bitmap source, Region region, int width, int height) {
    double stepX = region.width() / width;
    double stepY = region.height() / height;
    var out = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double centerX = region.x() + (x + 0.5) * stepX - 0.5;
        double centerY = region.y() + (y + 0.5) * stepY - 0.5;
        out[y * width + x] = pixel(source, centerX, centerY, stepX, stepY);
      }
    }
    return new Bitmap(out, width, height, source.opaque());
  }

  private static int pixel(Bitmap source, double x, double y, double stepX, double stepY) {
    double[] sums = new double[4];
    double weights = 0;
    double reachX = 3 * Math.max(1, stepX);
    double reachY = 3 * Math.max(1, stepY);
    for (int j = (int) Math.ceil(y - reachY); j <= Math.floor(y + reachY); j++) {
      for (int i = (int) Math.ceil(x - reachX); i <= Math.floor(x + reachX); i++) {
        double weight =
            lanczos((i - x) / Math.max(1, stepX)) * lanczos((j - y) / Math.max(1, stepY));
        int inX = Math.clamp(i, 0, source.width() - 1);
        int inY = Math.clamp(j, 0, source.height() - 1);
        int pixel = source.pixels()[inY * source.width() + inX];
        double alpha = source.opaque() ? 1 : (pixel >>> 24) / 255.0;
        sums[0] += weight * alpha * (pixel >> 16 & 0xff);
        sums[1] += weight * alpha * (pixel >> 8 & 0xff);
        sums[2] += weight * alpha * (pixel & 0xff);
        sums[3] += weight * alpha;
        weights += weight;
      }
    }
    double alpha = sums[3] / weights;
    int pixel = round(255 * alpha) << 24;
    for (int channel = 0; channel < 3; channel++) {
      pixel |= round(sums[channel] / weights / alpha) << (16 - 8 * channel);
    }
    return pixel >>> 24 == 0 ? 0 : pixel;
  }

  private static double lanczos(double x) {
    if (x == 0) {
      return 1;
    }
    double p = Math.PI * x;
    return Math.abs(x) < 3 ? 3 * Math.sin(p) * Math.sin(p / 3) / (p * p) : 0;
  }

  private static int round(double value) {
    return (int) Math.round(Math.clamp(value, 0.0, 255.0));
  }
}
