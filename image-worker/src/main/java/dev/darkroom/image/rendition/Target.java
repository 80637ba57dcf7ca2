package dev.darkroom.image.rendition;

/**
 * The size of one rendition of one picture.
 *
 * @param fit how the picture fills the rendition's box
 * @param width width of the scaled picture, in pixels
 * @param height height of the scaled picture, in pixels
 * @param canvasWidth width of the rendition, in pixels, which padding makes larger
 * @param canvasHeight height of the rendition, in pixels
 */
public record Target(Fit fit, int width, int height, int canvasWidth, int canvasHeight) {

  /**
   * Computes the size.
   *
   * @param width width of the whole picture, upright, in pixels
   * @param height height of the whole picture, upright, in pixels
   */
  public static Target of(RenditionSpec spec, int width, int height) {
    double most = spec.enlarge() ? Double.MAX_VALUE : 1;
    double across = (double) spec.width() / width;
    double down = (double) spec.height() / height;
    return switch (spec.fit()) {
      case FIT -> {
        double scale = Math.min(most, Math.min(across, down));
        int w = scaled(width, scale);
        int h = scaled(height, scale);
        yield new Target(Fit.FIT, w, h, w, h);
      }
      case PAD -> {
        double scale = Math.min(most, Math.min(across, down));
        yield new Target(
            Fit.PAD, scaled(width, scale), scaled(height, scale), spec.width(), spec.height());
      }
      case COVER -> {
        // A box larger than the picture keeps its shape and shrinks until the picture covers it.
        double shrink = spec.enlarge() ? 1 : Math.min(1, Math.min(1 / across, 1 / down));
        int w = scaled(spec.width(), shrink);
        int h = scaled(spec.height(), shrink);
        yield new Target(Fit.COVER, w, h, w, h);
      }
    };
  }

  /** Returns the part of a picture that is shown, given the picture at any size. */
  public Part source(int pictureWidth, int pictureHeight, Focus focus) {
    if (fit != Fit.COVER) {
      return new Part(0, 0, pictureWidth, pictureHeight);
    }
    boolean wider = (long) pictureWidth * height >= (long) pictureHeight * width;
    int w = wider ? within(pictureWidth, (double) pictureHeight * width / height) : pictureWidth;
    int h = wider ? pictureHeight : within(pictureHeight, (double) pictureWidth * height / width);
    return new Part(
        Math.clamp(Math.round(focus.x() * pictureWidth - w / 2.0), 0, pictureWidth - w),
        Math.clamp(Math.round(focus.y() * pictureHeight - h / 2.0), 0, pictureHeight - h),
        w,
        h);
  }

  /** Returns how much of a whole picture's resolution is needed: 1 is all, more is enlarged. */
  public double scale(int pictureWidth, int pictureHeight) {
    double across = (double) width / pictureWidth;
    double down = (double) height / pictureHeight;
    return Math.max(across, down);
  }

  private static int scaled(int length, double factor) {
    return Math.max(1, (int) Math.round(length * factor));
  }

  private static int within(int most, double length) {
    return Math.clamp(Math.round(length), 1, most);
  }
}
