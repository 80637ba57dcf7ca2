package dev.darkroom.codec.gif;

import dev.darkroom.codec.picture.Bitmap;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What is seen: frames are painted onto it, and taken off again before the next one. */
final class Screen {
  private static final int[] INTERLACED_STARTS = {0, 4, 2, 1};
  private static final int[] INTERLACED_STEPS = {8, 8, 4, 2};

  private final int[] pixels;
  private final int width;
  private final int height;

  /** What the next frame finds changed first, by the disposal of the one before. */
  private @Nullable Part disposed;

  private int @Nullable [] saved;

  /** Appendix E and section 20: a frame's part of the screen, as far as it lies on it. */
  record Part(int left, int top, int width, int height) {}

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
  }

  /** Section 23, vii: what the frame before has asked for to come after it. */
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

  /** To be called before a frame is painted that wants to be taken off again. */
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
   * @param indices of the frame's pixels, as stored
   * @param count how many of them are known
   * @param transparent the index that leaves the screen as it is; negative for none
   */
  void paint(
      Part part, byte[] indices, int count, int[] colors, int transparent, boolean interlaced) {
    int rows = (count + part.width - 1) / part.width;
    int pass = 0;
    int y = 0;
    for (int row = 0; row < rows; row++) {
      paintRow(part, y, indices, row * part.width, count, colors, transparent);
      if (!interlaced) {
        y++;
        continue;
      }
      y += INTERLACED_STEPS[pass];
      while (y >= part.height && pass < INTERLACED_STEPS.length - 1) {
        y = INTERLACED_STARTS[++pass];
      }
    }
  }

  private void paintRow(
      Part part, int y, byte[] indices, int from, int count, int[] colors, int transparent) {
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

  Bitmap seen() {
    int alphas = -1;
    for (int pixel : pixels) {
      alphas &= pixel;
    }
    return new Bitmap(pixels, width, height, alphas >>> 24 == 0xff);
  }
}
