package dev.darkroom.codec.picture;

import dev.darkroom.codec.picture.YuvFrame.Window;

/** Red, green and blue in planes of the same size. */
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

  /** The square in the middle, at this size. */
  public RgbPicture square(int edge) {
    int shorter = Math.min(width(), height());
    var window =
        new Window((width() - shorter) / 2.0, (height() - shorter) / 2.0, shorter, shorter);
    return new RgbPicture(
        Resampler.resample(r, window, edge, edge),
        Resampler.resample(g, window, edge, edge),
        Resampler.resample(b, window, edge, edge));
  }

  /**
   * As seen after mirroring left and right, if so, and then turning clockwise.
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
