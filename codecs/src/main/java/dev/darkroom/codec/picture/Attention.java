package dev.darkroom.codec.picture;

/**
 * Finds the part of a picture that people look at: edges, skin and saturated colors draw the eye.
 * The idea is that of smartcrop.js (Jonas Wagner) and libvips' "attention" strategy; the weights
 * are our own.
 */
public final class Attention {
  private static final double SKIN_WEIGHT = 1.8;
  private static final double SATURATION_WEIGHT = 0.3;

  /** Skin's color as a unit vector of red, green and blue. */
  private static final double[] SKIN = {0.78, 0.57, 0.44};

  /** Distance from {@link #SKIN}, between unit vectors, at which a color stops counting as skin. */
  private static final double SKIN_REACH = 0.15;

  /** Luma below which colors are too dark to tell. */
  private static final double DARK = 0.15;

  /** Luma above which colors are too bright to tell. */
  private static final double BRIGHT = 0.95;

  /** Relative difference of scores that may be due to rounding. */
  private static final double SAME = 1e-9;

  private Attention() {}

  /**
   * Chooses the part to keep when a picture is cropped to another shape.
   *
   * @param small the picture, at no more than some 128 pixels a side: more only takes longer
   * @param aspect width over height of the crop
   * @return the largest region of this shape; the middle one if nothing draws the eye
   */
  public static Region crop(Bitmap small, double aspect) {
    double width = Math.min(small.width(), small.height() * aspect);
    double height = Math.min(small.height(), small.width() / aspect);
    double[] columns = new double[small.width()];
    double[] rows = new double[small.height()];
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < columns.length; x++) {
        double score = score(small, x, y);
        columns[x] += score;
        rows[y] += score;
      }
    }
    return new Region(best(columns, width), best(rows, height), width, height);
  }

  /** Returns the start of the window with the highest score, weighted towards its middle. */
  private static double best(double[] scores, double length) {
    double room = scores.length - length;
    double best = room / 2;
    double most = held(scores, best, length);
    int steps = (int) Math.ceil(room);
    for (int i = 0; i <= steps; i++) {
      double start = Math.min(i, room);
      double sum = held(scores, start, length);
      if (sum > most * (1 + SAME)) {
        most = sum;
        best = start;
      }
    }
    return best;
  }

  private static double held(double[] scores, double start, double length) {
    double sum = 0;
    double weights = 0;
    for (int i = (int) start; i < Math.min(scores.length, start + length); i++) {
      double off = (i + 0.5 - start) / length - 0.5;
      double weight = Math.max(0, Math.cos(Math.PI * off));
      sum += weight * scores[i];
      weights += weight;
    }
    return sum / weights;
  }

  private static double score(Bitmap picture, int x, int y) {
    int pixel = picture.pixels()[y * picture.width() + x];
    double r = (pixel >> 16 & 0xff) / 255.0;
    double g = (pixel >> 8 & 0xff) / 255.0;
    double b = (pixel & 0xff) / 255.0;
    double light = luma(r, g, b);
    double score = edge(picture, x, y, light);
    if (light > DARK && light < BRIGHT) {
      score += SKIN_WEIGHT * skin(r, g, b) + SATURATION_WEIGHT * saturation(r, g, b);
    }
    return score * alpha(picture, pixel);
  }

  /** The Laplacian of luma. */
  private static double edge(Bitmap picture, int x, int y, double light) {
    return Math.abs(
        4 * light
            - luma(picture, x - 1, y)
            - luma(picture, x + 1, y)
            - luma(picture, x, y - 1)
            - luma(picture, x, y + 1));
  }

  private static double skin(double r, double g, double b) {
    double length = Math.sqrt(r * r + g * g + b * b);
    double away =
        Math.hypot(r / length - SKIN[0], Math.hypot(g / length - SKIN[1], b / length - SKIN[2]));
    return Math.max(0, 1 - away / SKIN_REACH);
  }

  private static double saturation(double r, double g, double b) {
    double most = Math.max(r, Math.max(g, b));
    return (most - Math.min(r, Math.min(g, b))) / most;
  }

  private static double luma(Bitmap picture, int x, int y) {
    int inX = Math.clamp(x, 0, picture.width() - 1);
    int inY = Math.clamp(y, 0, picture.height() - 1);
    int pixel = picture.pixels()[inY * picture.width() + inX];
    return luma((pixel >> 16 & 0xff) / 255.0, (pixel >> 8 & 0xff) / 255.0, (pixel & 0xff) / 255.0);
  }

  /** ITU-R BT.709-6, 3.2. */
  private static double luma(double r, double g, double b) {
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  private static double alpha(Bitmap picture, int pixel) {
    return picture.opaque() ? 1 : (pixel >>> 24) / 255.0;
  }
}
