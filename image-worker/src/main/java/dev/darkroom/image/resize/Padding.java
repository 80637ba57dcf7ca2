package dev.darkroom.image.resize;

import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import net.coobird.thumbnailator.filters.ImageFilter;

/**
 * Centers a picture on a white canvas, or on a transparent one if the picture has alpha.
 *
 * <p>Thumbnailator's own {@code Canvas} would composite the pixels, which rounds those that are
 * partly transparent, and places odd rests one pixel further right.
 *
 * @param width width of the canvas, in pixels, at least the picture's
 * @param height height of the canvas, in pixels, at least the picture's
 */
record Padding(int width, int height) implements ImageFilter {
  private static final int WHITE = 0xffffffff;

  @Override
  public BufferedImage apply(BufferedImage image) {
    Bitmap picture = Images.bitmap(image);
    int[] canvas = new int[width * height];
    if (picture.opaque()) {
      Arrays.fill(canvas, WHITE);
    }
    int left = (width - picture.width()) / 2;
    int top = (height - picture.height()) / 2;
    for (int y = 0; y < picture.height(); y++) {
      int to = (top + y) * width + left;
      System.arraycopy(picture.pixels(), y * picture.width(), canvas, to, picture.width());
    }
    return Images.of(new Bitmap(canvas, width, height, picture.opaque()));
  }
}
