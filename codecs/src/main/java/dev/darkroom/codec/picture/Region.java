package dev.darkroom.codec.picture;

/** A part of a picture, in pixels; its edges may fall inside pixels. */
public record Region(double x, double y, double width, double height) {
  public Region {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException("a region of " + width + "×" + height);
    }
  }

  static Region of(Bitmap bitmap) {
    return new Region(0, 0, bitmap.width(), bitmap.height());
  }
}
