package dev.darkroom.codec.gif;

import dev.darkroom.codec.picture.Bitmap;
import java.util.Arrays;
import java.util.stream.IntStream;
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
   * Returns where each row of an image belongs, interlaced ones in four passes (appendix E).
   *
   * @return rows of the image, in the order in which they are stored
   */
  static IntStream rows(int height, boolean interlaced) {
    if (!interlaced) {
      return IntStream.range(0, height);
    }
    return IntStream.range(0, INTERLACED_STARTS.length)
        .flatMap(
            pass ->
                IntStream.iterate(
                    INTERLACED_STARTS[pass], y -> y < height, y -> y + INTERLACED_STEPS[pass]));
  }

  /** Returns how many rows of an image are above the screen's end. */
  int visibleRows(Part part) {
    return Math.clamp((long) height - part.top, 0, part.height);
  }

  /**
   * Paints a row of an image.
   *
   * @param y row of the image
   * @param indices of its pixels, of which {@code count} are known
   */
  void paint(GifImage image, int y, byte[] indices, int count) {
    Part part = image.part();
    int[] colors = image.colors();
    int transparent = image.control().transparent();
    if (part.top + y >= height) {
      return;
    }
    int end = Math.min(count, Math.max(0, width - part.left));
    int to = (part.top + y) * width + part.left;
    for (int i = 0; i < end; i++, to++) {
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
