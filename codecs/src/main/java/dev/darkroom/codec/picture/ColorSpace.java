package dev.darkroom.codec.picture;

import dev.darkroom.codec.picture.YuvFrame.Yuv444;

/**
 * The matrix and range by which Y, Cb and Cr encode red, green and blue.
 *
 * @param kr weight of red in luma
 * @param kb weight of blue in luma
 * @param fullRange whether samples use 0 to 255; otherwise 16 to 235, chroma 16 to 240
 */
public record ColorSpace(double kr, double kb, boolean fullRange) {
  /** From this size on, players take a video that names no matrix for BT.709, else for BT.601. */
  private static final int HD_HEIGHT = 720;

  private static final int HD_WIDTH = 1280;

  /**
   * Returns the color space of a code point of ITU-T H.273, table 4 (MatrixCoefficients).
   *
   * @param width of the coded picture, in pixels; its size decides if the matrix is unspecified
   * @param height of the coded picture, in pixels
   */
  public static ColorSpace of(int matrix, boolean fullRange, int width, int height) {
    return switch (matrix) {
      case 1 -> new ColorSpace(0.2126, 0.0722, fullRange);
      case 4 -> new ColorSpace(0.30, 0.11, fullRange);
      case 5, 6 -> new ColorSpace(0.299, 0.114, fullRange);
      case 7 -> new ColorSpace(0.212, 0.087, fullRange);
      case 9, 10 -> new ColorSpace(0.2627, 0.0593, fullRange);
      default -> of(isHd(width, height) ? 1 : 6, fullRange, width, height);
    };
  }

  private static boolean isHd(int width, int height) {
    return Math.max(width, height) >= HD_WIDTH || Math.min(width, height) >= HD_HEIGHT;
  }

  /** ITU-T H.273, 8.3, equations for 8 bits solved for R, G and B. */
  RgbPicture toRgb(Yuv444 yuv) {
    double lumaGain = fullRange ? 1 : 255.0 / 219;
    double chromaGain = fullRange ? 1 : 255.0 / 224;
    int black = fullRange ? 0 : 16;
    float y1 = (float) lumaGain;
    float rv = (float) (chromaGain * 2 * (1 - kr));
    float bu = (float) (chromaGain * 2 * (1 - kb));
    double kg = 1 - kr - kb;
    float gu = (float) (chromaGain * 2 * (1 - kb) * kb / kg);
    float gv = (float) (chromaGain * 2 * (1 - kr) * kr / kg);
    int width = yuv.y().width();
    int height = yuv.y().height();
    int count = width * height;
    byte[] r = new byte[count];
    byte[] g = new byte[count];
    byte[] b = new byte[count];
    byte[] ys = yuv.y().samples();
    byte[] us = yuv.u().samples();
    byte[] vs = yuv.v().samples();
    for (int i = 0; i < count; i++) {
      float y = y1 * ((ys[i] & 0xff) - black);
      int u = (us[i] & 0xff) - 128;
      int v = (vs[i] & 0xff) - 128;
      r[i] = clip(y + rv * v);
      g[i] = clip(y - gu * u - gv * v);
      b[i] = clip(y + bu * u);
    }
    return new RgbPicture(
        new Plane(r, width, height), new Plane(g, width, height), new Plane(b, width, height));
  }

  private static byte clip(float value) {
    return (byte) Math.clamp(Math.round(value), 0, 255);
  }
}
