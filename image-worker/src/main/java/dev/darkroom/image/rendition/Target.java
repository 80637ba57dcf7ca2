package dev.darkroom.image.rendition;

import java.awt.Rectangle;

/**
 * What one rendition becomes of a picture of some size.
 *
 * @param fit of the rendition
 * @param width of the picture within it
 * @param height likewise
 * @param canvasWidth of all of it, which is more where it is padded
 * @param canvasHeight likewise
 */
public record Target(Fit fit, int width, int height, int canvasWidth, int canvasHeight) {

  /**
   * @param width of the whole picture, upright
   * @param height likewise
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
        // A box larger than the picture shrinks in its own shape until the picture covers it.
        double shrink = spec.enlarge() ? 1 : Math.min(1, Math.min(1 / across, 1 / down));
        int w = scaled(spec.width(), shrink);
        int h = scaled(spec.height(), shrink);
        yield new Target(Fit.COVER, w, h, w, h);
      }
    };
  }

  /** The part that is taken of a picture of the same shape, of any size. */
  public Rectangle source(int pictureWidth, int pictureHeight, Focus focus) {
    if (fit != Fit.COVER) {
      return new Rectangle(pictureWidth, pictureHeight);
    }
    boolean wider = (long) pictureWidth * height >= (long) pictureHeight * width;
    int w = wider ? within(pictureWidth, (double) pictureHeight * width / height) : pictureWidth;
    int h = wider ? pictureHeight : within(pictureHeight, (double) pictureWidth * height / width);
    return new Rectangle(
        Math.clamp(Math.round(focus.x() * pictureWidth - w / 2.0), 0, pictureWidth - w),
        Math.clamp(Math.round(focus.y() * pictureHeight - h / 2.0), 0, pictureHeight - h),
        w,
        h);
  }

  /** How much of a whole picture's resolution this needs; 1 is all of it, more is enlarged. */
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
