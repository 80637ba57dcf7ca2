package dev.darkroom.codec.picture;

/** Turns and mirrors pictures by the tag "Orientation" (274) of TIFF 6.0, which EXIF took over. */
public final class ExifOrientation {
  /** Edge of the squares copied at a time, in pixels: both their ends stay in the first cache. */
  private static final int TILE = 32;

  private ExifOrientation() {}

  /**
   * Sets a picture upright.
   *
   * @param orientation the tag's value, 1 to 8; 1 returns the picture itself, 5 to 8 swap width and
   *     height
   */
  public static Bitmap upright(Bitmap picture, int orientation) {
    int w = picture.width();
    int last = picture.pixels().length - 1;
    return switch (orientation) {
      case 1 -> picture;
      case 2 -> turned(picture, false, w - 1, -1, w);
      case 3 -> turned(picture, false, last, -1, -w);
      case 4 -> turned(picture, false, last - (w - 1), 1, -w);
      case 5 -> turned(picture, true, 0, w, 1);
      case 6 -> turned(picture, true, last - (w - 1), -w, 1);
      case 7 -> turned(picture, true, last, -w, -1);
      case 8 -> turned(picture, true, w - 1, w, -1);
      default -> throw new IllegalArgumentException("no orientation is " + orientation);
    };
  }

  /**
   * Copies pixels to their new places.
   *
   * @param swap whether width and height change places
   * @param from index in the source of the result's upper left pixel
   * @param right step in the source to the next pixel of a row of the result
   * @param down step in the source to the next row of the result
   */
  private static Bitmap turned(Bitmap picture, boolean swap, int from, int right, int down) {
    int width = swap ? picture.height() : picture.width();
    int height = swap ? picture.width() : picture.height();
    int[] source = picture.pixels();
    var out = new int[source.length];
    for (int top = 0; top < height; top += TILE) {
      int bottom = Math.min(top + TILE, height);
      for (int left = 0; left < width; left += TILE) {
        int end = Math.min(left + TILE, width);
        for (int y = top; y < bottom; y++) {
          int at = from + left * right + y * down;
          for (int i = y * width + left; i < y * width + end; i++) {
            out[i] = source[at];
            at += right;
          }
        }
      }
    }
    return new Bitmap(out, width, height, picture.opaque());
  }
}
