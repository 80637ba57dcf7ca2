package dev.darkroom.codec.picture;

import dev.darkroom.codec.picture.YuvFrame.Window;

/** An opaque picture as planes of red, green and blue of the same size. */
public record RgbPicture(Plane r, Plane g, Plane b) {
  public RgbPicture {
    if (r.width() != g.width()
        || r.width() != b.width()
        || r.height() != g.height()
        || r.height() != b.height()) {
      throw new IllegalArgumentException("planes of different sizes");
    }
  }

  public int width() {
    return r.width();
  }

  public int height() {
    return r.height();
  }

  /** Scales the picture. */
  public RgbPicture scaled(int width, int height) {
    if (width == width() && height == height()) {
      return this;
    }
    var all = new Window(0, 0, width(), height());
    return new RgbPicture(
        Resampler.resample(r, all, width, height),
        Resampler.resample(g, all, width, height),
        Resampler.resample(b, all, width, height));
  }

  /** Packs the planes into pixels. */
  public Bitmap toBitmap() {
    byte[] red = r.samples();
    byte[] green = g.samples();
    byte[] blue = b.samples();
    int[] pixels = new int[width() * height()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0xff << 24 | (red[i] & 0xff) << 16 | (green[i] & 0xff) << 8 | (blue[i] & 0xff);
    }
    return new Bitmap(pixels, width(), height(), true);
  }

  /**
   * Mirrors the picture left to right, if asked, and then turns it clockwise.
   *
   * @param rotation in degrees: 0, 90, 180 or 270
   */
  public RgbPicture turned(int rotation, boolean mirrored) {
    return rotation == 0 && !mirrored
        ? this
        : new RgbPicture(
            turned(r, rotation, mirrored),
            turned(g, rotation, mirrored),
            turned(b, rotation, mirrored));
  }

  private static Plane turned(Plane from, int rotation, boolean mirrored) {
    int w = from.width();
    int h = from.height();
    boolean transposed = rotation % 180 != 0;
    int width = transposed ? h : w;
    int height = transposed ? w : h;
    byte[] out = new byte[w * h];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int sx =
            switch (rotation) {
              case 90 -> y;
              case 180 -> w - 1 - x;
              case 270 -> w - 1 - y;
              default -> x;
            };
        int sy =
            switch (rotation) {
              case 90 -> h - 1 - x;
              case 180 -> h - 1 - y;
              case 270 -> x;
              default -> y;
            };
        out[y * width + x] = from.samples()[sy * w + (mirrored ? w - 1 - sx : sx)];
      }
    }
    return new Plane(out, width, height);
  }
}
