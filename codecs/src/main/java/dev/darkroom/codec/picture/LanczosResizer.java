package dev.darkroom.codec.picture;

import java.util.Arrays;

/**
 * Scales pictures with Lanczos' kernel: sums up weighted rows, transposes the result, and sums up
 * again. Both inner loops run along arrays so that the JIT can vectorize them.
 *
 * <p>A picture that is more than four times too large is first reduced by averaging squares of
 * pixels, to no less than twice the wanted size (as libvips does; its {@code gap} is 2).
 */
public final class LanczosResizer {
  /** Rows transposed together: as many as keep the columns in the second-level cache. */
  private static final int BLOCK = 16;

  private static final int GROUP = 8;

  private final BoxRows rows;
  private final LanczosWeights across;
  private final LanczosWeights down;
  private final int[][] ring;
  private final int[] held;

  /** For each column, the samples of the block's rows, channel by channel. */
  private final int[][] columns;

  private LanczosResizer(BoxRows rows, LanczosWeights across, LanczosWeights down) {
    this.rows = rows;
    this.across = across;
    this.down = down;
    ring = new int[down.longest()][rows.width() * rows.channels()];
    held = new int[ring.length];
    Arrays.fill(held, -1);
    columns = new int[rows.width()][BLOCK * rows.channels()];
  }

  /** Resizes a whole picture; returns the picture itself if it has the size already. */
  public static Bitmap resize(Bitmap source, int width, int height) {
    return source.width() == width && source.height() == height
        ? source
        : resize(source, Region.of(source), width, height);
  }

  /**
   * Scales a part of a picture, as if it were cropped after scaling.
   *
   * @param region within the source
   */
  public static Bitmap resize(Bitmap source, Region region, int width, int height) {
    var out = new Bitmap(new int[width * height], width, height, source.opaque());
    resize(source, region, out);
    return out;
  }

  /**
   * Scales a part of a picture to fill another one.
   *
   * @param region within the source
   * @param out receives the pixels, at its own size
   */
  public static void resize(Bitmap source, Region region, Bitmap out) {
    int width = out.width();
    int height = out.height();
    double stepX = region.width() / width;
    double stepY = region.height() / height;
    int factor = (int) Math.max(1, Math.min(stepX, stepY) / 2);
    // The kernel reaches beyond the region.
    int left = origin(region.x(), stepX, factor);
    int top = origin(region.y(), stepY, factor);
    int right = end(region.x() + region.width(), stepX, factor, source.width());
    int bottom = end(region.y() + region.height(), stepY, factor, source.height());
    var rows = new BoxRows(source, factor, left, top, right - left, bottom - top);
    var across =
        new LanczosWeights(rows.width(), (region.x() - left) / factor, stepX / factor, width);
    var down =
        new LanczosWeights(rows.height(), (region.y() - top) / factor, stepY / factor, height);
    new LanczosResizer(rows, across, down).resize(width, height, out.pixels());
  }

  private static int origin(double start, double step, int factor) {
    return (int) Math.max(0, start - LanczosWeights.support(step) - factor);
  }

  private static int end(double end, double step, int factor, int length) {
    return (int) Math.min(length, end + LanczosWeights.support(step) + factor + 1);
  }

  private void resize(int width, int height, int[] out) {
    int[][] group = new int[GROUP][rows.width() * rows.channels()];
    int[][] taps = new int[Math.max(across.longest(), down.longest())][];
    int[] column = new int[BLOCK * rows.channels()];
    for (int top = 0; top < height; top += BLOCK) {
      int bottom = Math.min(top + BLOCK, height);
      for (int y = top; y < bottom; y += GROUP) {
        for (int i = 0; i < Math.min(GROUP, bottom - y); i++) {
          WeightedRows.sum(rows(y + i, taps), down.weights(y + i), group[i]);
        }
        transpose(group, y - top);
      }
      for (int x = 0; x < width; x++) {
        System.arraycopy(columns, across.first(x), taps, 0, across.weights(x).length);
        WeightedRows.sum(taps, across.weights(x), column);
        Pixels.write(column, rows.channels(), bottom - top, out, top * width + x, width);
      }
    }
  }

  /** Gathers the source rows of an output row, reading each only once. */
  private int[][] rows(int position, int[][] taps) {
    for (int i = 0; i < down.weights(position).length; i++) {
      int row = down.first(position) + i;
      int slot = row % ring.length;
      if (held[slot] != row) {
        rows.read(row, ring[slot]);
        held[slot] = row;
      }
      taps[i] = ring[slot];
    }
    return taps;
  }

  /** Transposes eight rows at a time: half a cache line of a column. */
  private void transpose(int[][] group, int row) {
    int width = rows.width();
    int[] a = group[0];
    int[] b = group[1];
    int[] c = group[2];
    int[] d = group[3];
    int[] e = group[4];
    int[] f = group[5];
    int[] g = group[6];
    int[] h = group[7];
    for (int channel = 0; channel < rows.channels(); channel++) {
      int from = channel * width;
      int to = channel * BLOCK + row;
      for (int x = 0; x < width; x++) {
        int[] column = columns[x];
        column[to] = a[from + x];
        column[to + 1] = b[from + x];
        column[to + 2] = c[from + x];
        column[to + 3] = d[from + x];
        column[to + 4] = e[from + x];
        column[to + 5] = f[from + x];
        column[to + 6] = g[from + x];
        column[to + 7] = h[from + x];
      }
    }
  }
}
