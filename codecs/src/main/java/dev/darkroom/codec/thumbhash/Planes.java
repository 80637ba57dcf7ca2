package dev.darkroom.codec.thumbhash;

/** A picture's channels, composed over its mean color where it is transparent. */
record Planes(Plane luminance, Plane yellowBlue, Plane redGreen, Plane alpha, boolean hasAlpha) {

  static Planes of(int[] argb, int width, int height) {
    int size = width * height;
    double opacity = 0;
    double[] mean = new double[3];
    for (int i = 0; i < size; i++) {
      double alpha = channel(argb[i], 24);
      opacity += alpha;
      for (int c = 0; c < 3; c++) {
        mean[c] += alpha * channel(argb[i], 16 - 8 * c);
      }
    }
    double[] l = new double[size];
    double[] p = new double[size];
    double[] q = new double[size];
    double[] a = new double[size];
    for (int i = 0; i < size; i++) {
      a[i] = channel(argb[i], 24);
      double red = over(mean[0], opacity, a[i], channel(argb[i], 16));
      double green = over(mean[1], opacity, a[i], channel(argb[i], 8));
      double blue = over(mean[2], opacity, a[i], channel(argb[i], 0));
      l[i] = (red + green + blue) / 3;
      p[i] = (red + green) / 2 - blue;
      q[i] = red - green;
    }
    return new Planes(
        new Plane(l, width, height),
        new Plane(p, width, height),
        new Plane(q, width, height),
        new Plane(a, width, height),
        opacity < size);
  }

  private static double over(double sum, double opacity, double alpha, double value) {
    double mean = opacity == 0 ? 0 : sum / opacity;
    return mean * (1 - alpha) + alpha * value;
  }

  /** Returns a channel of a pixel, 0 to 1. */
  private static double channel(int argb, int shift) {
    return ((argb >>> shift) & 0xff) / 255.0;
  }
}
