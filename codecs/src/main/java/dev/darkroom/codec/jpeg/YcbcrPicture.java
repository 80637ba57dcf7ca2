package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;

/** The components that are coded (ITU-T T.871, clause 7): chroma of four pixels is averaged. */
record YcbcrPicture(Plane y, Plane cb, Plane cr) {
  static YcbcrPicture of(RgbPicture rgb) {
    int width = rgb.width();
    int height = rgb.height();
    int halfWidth = (width + 1) / 2;
    int halfHeight = (height + 1) / 2;
    byte[] r = rgb.r().samples();
    byte[] g = rgb.g().samples();
    byte[] b = rgb.b().samples();
    byte[] y = new byte[width * height];
    byte[] cb = new byte[halfWidth * halfHeight];
    byte[] cr = new byte[halfWidth * halfHeight];
    for (int i = 0; i < y.length; i++) {
      y[i] = round(luma(r[i] & 0xff, g[i] & 0xff, b[i] & 0xff));
    }
    for (int row = 0; row < halfHeight; row++) {
      int above = 2 * row * width;
      int below = Math.min(2 * row + 1, height - 1) * width;
      for (int column = 0; column < halfWidth; column++) {
        int left = 2 * column;
        int right = Math.min(left + 1, width - 1);
        float red = mean(r, above + left, above + right, below + left, below + right);
        float green = mean(g, above + left, above + right, below + left, below + right);
        float blue = mean(b, above + left, above + right, below + left, below + right);
        float luma = luma(red, green, blue);
        cb[row * halfWidth + column] = round(128 + (blue - luma) / 1.772f);
        cr[row * halfWidth + column] = round(128 + (red - luma) / 1.402f);
      }
    }
    return new YcbcrPicture(
        new Plane(y, width, height),
        new Plane(cb, halfWidth, halfHeight),
        new Plane(cr, halfWidth, halfHeight));
  }

  private static float luma(float r, float g, float b) {
    return 0.299f * r + 0.587f * g + 0.114f * b;
  }

  private static float mean(byte[] plane, int a, int b, int c, int d) {
    return ((plane[a] & 0xff) + (plane[b] & 0xff) + (plane[c] & 0xff) + (plane[d] & 0xff)) / 4f;
  }

  private static byte round(float value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
