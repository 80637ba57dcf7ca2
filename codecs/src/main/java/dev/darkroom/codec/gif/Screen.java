package dev.darkroom.codec.gif;

import dev.darkroom.codec.picture.Bitmap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The logical screen (section 18), onto which images are painted and from which they vanish. */
final class Screen {
  private static final int[] INTERLACED_STARTS = {0, 4, 2, 1};
  private static final int[] INTERLACED_STEPS = {8, 8, 4, 2};

  private final int[] pixels;
  private final int width;
  private final int height;

  /** What to clear or restore before the next image is painted. */
  private @Nullable Part disposed;

  private int @Nullable [] saved;

  /** A rectangle in pixels (section 20), which may overhang the screen. */
  record Part(int left, int top, int width, int height) {}

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
  }

  /** Disposes of the last image as it asked for (section 23, vii). */
  void dispose() {
    if (disposed != null && saved != null) {
      System.arraycopy(saved, 0, pixels, 0, pixels.length);
    } else if (disposed != null) {
      for (int y = disposed.top; y < Math.min(height, disposed.top + disposed.height); y++) {
        int row = y * width;
        Arrays.fill(
            pixels,
            row + Math.min(width, disposed.left),
            row + Math.min(width, disposed.left + disposed.width),
            0);
      }
    }
    disposed = null;
  }

  /** Notes how to dispose of an image that is about to be painted. */
  void remember(Part part, Disposal disposal) {
    switch (disposal) {
      case KEEP -> disposed = null;
      case CLEAR -> {
        disposed = part;
        saved = null;
      }
      case RESTORE -> {
        disposed = part;
        if (saved == null) {
          saved = pixels.clone();
        } else {
          System.arraycopy(pixels, 0, saved, 0, pixels.length);
        }
      }
    }
  }

  /**
   * Paints an image, interlaced ones in four passes (appendix E).
   *
   * @param indices of its pixels, as stored
   * @param count how many indices were decoded, 1 or more
   */
  void paint(GifImage image, byte[] indices, int count) {
    Part part = image.part();
    int rows = (count + part.width - 1) / part.width;
    int pass = 0;
    int y = 0;
    for (int row = 0; row < rows; row++) {
      paintRow(image, y, indices, row * part.width, count);
      if (!image.interlaced()) {
        y++;
        continue;
      }
      y += INTERLACED_STEPS[pass];
      while (y >= part.height && pass < INTERLACED_STEPS.length - 1) {
        y = INTERLACED_STARTS[++pass];
      }
    }
  }

  private void paintRow(GifImage image, int y, byte[] indices, int from, int count) {
    Part part = image.part();
    int[] colors = image.colors();
    int transparent = image.control().transparent();
    if (part.top + y >= height) {
      return;
    }
    int visible = Math.min(part.width, width - part.left);
    int end = Math.min(count, from + Math.max(0, visible));
    int to = (part.top + y) * width + part.left;
    for (int i = from; i < end; i++, to++) {
      int index = indices[i] & 0xff;
      if (index != transparent && index < colors.length) {
        pixels[to] = colors[index];
      }
    }
  }

  /** Returns the screen itself, not a copy. */
  Bitmap bitmap() {
    int alphas = -1;
    for (int pixel : pixels) {
      alphas &= pixel;
    }
    return new Bitmap(pixels, width, height, alphas >>> 24 == 0xff);
  }
}
