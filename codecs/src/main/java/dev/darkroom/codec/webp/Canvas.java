package dev.darkroom.codec.webp;

import dev.darkroom.codec.picture.Bitmap;
import java.util.Arrays;

/** The canvas on which frames are drawn: {@code 0xAARRGGBB}, alpha not premultiplied. */
public final class Canvas {
  private static final int OPAQUE = 0xff;

  private final int[] pixels;
  private final int width;
  private final int height;

  public Canvas(int width, int height) {
    this.pixels = new int[Math.multiplyExact(width, height)];
    this.width = width;
    this.height = height;
  }

  /** Makes the frame's rectangle transparent. */
  public void clear(WebpFrame frame) {
    for (int y = 0; y < frame.height(); y++) {
      int from = (frame.y() + y) * width + frame.x();
      Arrays.fill(pixels, from, from + frame.width(), 0);
    }
  }

  /**
   * Draws a frame.
   *
   * @param source its pixels, of the frame's size
   */
  public void draw(WebpFrame frame, Bitmap source) {
    boolean replace = !frame.blended() || source.opaque();
    for (int y = 0; y < frame.height(); y++) {
      int from = y * frame.width();
      int to = (frame.y() + y) * width + frame.x();
      if (replace) {
        System.arraycopy(source.pixels(), from, pixels, to, frame.width());
      } else {
        for (int x = 0; x < frame.width(); x++) {
          pixels[to + x] = over(source.pixels()[from + x], pixels[to + x]);
        }
      }
    }
  }

  /** Blends one color over another (2.7.1.1, "alpha-blending"), rounded to the nearest. */
  private static int over(int source, int below) {
    int alpha = source >>> 24;
    int belowAlpha = below >>> 24;
    if (alpha == OPAQUE || belowAlpha == 0) {
      return source;
    }
    if (alpha == 0) {
      return below;
    }
    // Both in units of 1/255².
    int weight = alpha * OPAQUE;
    int belowWeight = belowAlpha * (OPAQUE - alpha);
    int sum = weight + belowWeight;
    int result = ((sum + OPAQUE / 2) / OPAQUE) << 24;
    for (int shift = 0; shift <= 16; shift += 8) {
      int mixed = ((source >> shift) & 0xff) * weight + ((below >> shift) & 0xff) * belowWeight;
      result |= ((mixed + sum / 2) / sum) << shift;
    }
    return result;
  }

  /** Returns the canvas itself, not a copy. */
  public Bitmap bitmap() {
    int all = -1;
    for (int pixel : pixels) {
      all &= pixel;
    }
    return new Bitmap(pixels, width, height, all >>> 24 == OPAQUE);
  }
}
