package dev.darkroom.codec.picture;

/** Pictures as they are to be seen: what TIFF 6.0, "Orientation" (274), says is done. */
public final class Turn {
  /** Edge of the squares that are copied at a time: both their ends stay in the first cache. */
  private static final int TILE = 32;

  private Turn() {}

  /**
   * @param orientation 1 to 8; with 1 the picture itself comes back
   * @return from 5 on, as wide as the picture is high
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
   * @param from where the upper left pixel is taken from
   * @param right from there to its right neighbor's
   * @param down from there to its lower neighbor's
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
