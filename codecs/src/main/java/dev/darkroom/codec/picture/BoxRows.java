package dev.darkroom.codec.picture;

import java.util.Arrays;

/**
 * Reads a picture row by row, averaging squares of its pixels. A row consists of planes of red,
 * green, blue and, unless the picture is opaque, alpha, by which colors are multiplied.
 *
 * <p>Loops read and write arrays at the same index so that the JIT can vectorize them.
 */
final class BoxRows {
  /** Fraction bits of samples, which are 0 to 255. */
  static final int FRACTION = 4;

  private static final int MAX = 255;
  private static final int ALPHA = 3;

  private final Bitmap source;
  private final int factor;
  private final int left;
  private final int top;
  private final int span;
  private final int bottom;
  private final int width;
  private final int height;
  private final int[] line;
  private final int[][] columns;

  /**
   * @param factor edge of the squares, in pixels; those at the right and bottom may be cut off
   * @param left first column that is read
   * @param top first row that is read
   * @param span number of columns that are read
   * @param drop number of rows that are read
   */
  BoxRows(Bitmap source, int factor, int left, int top, int span, int drop) {
    this.source = source;
    this.factor = factor;
    this.left = left;
    this.top = top;
    this.span = span;
    bottom = top + drop;
    width = Math.ceilDiv(span, factor);
    height = Math.ceilDiv(drop, factor);
    line = new int[span];
    columns = new int[channels()][span];
  }

  int channels() {
    return source.opaque() ? ALPHA : ALPHA + 1;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /**
   * Reads a row.
   *
   * @param out receives the planes, each of {@link #width} samples
   */
  void read(int row, int[] out) {
    int from = top + row * factor;
    if (factor == 1) {
      load(from);
      for (int channel = 0; channel < columns.length; channel++) {
        single(columns[channel], channel);
        System.arraycopy(columns[channel], 0, out, channel * width, width);
      }
      return;
    }
    for (int[] sums : columns) {
      Arrays.fill(sums, 0);
    }
    int to = Math.min(from + factor, bottom);
    for (int y = from; y < to; y++) {
      load(y);
      if (source.opaque()) {
        add();
      } else {
        addMultiplied();
      }
    }
    for (int channel = 0; channel < columns.length; channel++) {
      average(channel, to - from, out);
    }
  }

  private void load(int y) {
    System.arraycopy(source.pixels(), y * source.width() + left, line, 0, span);
  }

  private void single(int[] samples, int channel) {
    int shift = channel < ALPHA ? 16 - 8 * channel : 24;
    if (multiplied(channel)) {
      for (int x = 0; x < samples.length; x++) {
        int product = (line[x] >> shift & MAX) * (line[x] >>> 24);
        // Multiplying by 257 and shifting by 16 divides by 255, closely enough for this range.
        samples[x] = (product * (257 << FRACTION) + 0x8000) >> 16;
      }
    } else {
      for (int x = 0; x < samples.length; x++) {
        samples[x] = (line[x] >> shift & MAX) << FRACTION;
      }
    }
  }

  private void add() {
    for (int channel = 0; channel < ALPHA; channel++) {
      int shift = 16 - 8 * channel;
      int[] sums = columns[channel];
      for (int x = 0; x < sums.length; x++) {
        sums[x] += line[x] >> shift & MAX;
      }
    }
  }

  private void addMultiplied() {
    for (int channel = 0; channel < ALPHA; channel++) {
      int shift = 16 - 8 * channel;
      int[] sums = columns[channel];
      for (int x = 0; x < sums.length; x++) {
        sums[x] += (line[x] >> shift & MAX) * (line[x] >>> 24);
      }
    }
    int[] sums = columns[ALPHA];
    for (int x = 0; x < sums.length; x++) {
      sums[x] += line[x] >>> 24;
    }
  }

  private boolean multiplied(int channel) {
    return channel < ALPHA && !source.opaque();
  }

  private void average(int channel, int rows, int[] out) {
    int[] sums = columns[channel];
    double unit = multiplied(channel) ? MAX : 1;
    for (int x = 0; x < width; x++) {
      int from = x * factor;
      int to = Math.min(from + factor, span);
      long sum = 0;
      for (int i = from; i < to; i++) {
        sum += sums[i];
      }
      double scale = (1 << FRACTION) / (unit * rows * (to - from));
      out[channel * width + x] = (int) (sum * scale + 0.5);
    }
  }
}
