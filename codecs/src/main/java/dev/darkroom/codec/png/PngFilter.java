package dev.darkroom.codec.png;

/**
 * Predicts each pixel of a line from its neighbors and keeps the differences, which deflate better
 * (section 9).
 *
 * <p>A pixel is an integer of four samples, red in its highest byte, and all four are computed at
 * once. Loops read and write arrays at the same index, so that the JIT can vectorize them. Paeth's
 * filter is left out: with deflate's fastest level its files are larger than without it, and it
 * takes longer than all others together.
 */
final class PngFilter {
  private static final int NONE = 0;
  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int AVERAGE = 3;

  /** The highest bit of each sample, and all others. */
  private static final int HIGH = 0x80808080;

  private static final int LOW = ~HIGH;

  private final int width;
  private final int[] left;
  private final int[][] filtered = new int[AVERAGE + 1][];
  private int[] line;
  private int[] above;

  /**
   * @param width of a line, in pixels
   */
  PngFilter(int width) {
    this.width = width;
    line = new int[width];
    left = new int[width];
    above = new int[width];
    for (int type = SUB; type <= AVERAGE; type++) {
      filtered[type] = new int[width];
    }
  }

  /**
   * A filtered line.
   *
   * @param samples valid until the next line is filtered
   */
  @SuppressWarnings("ArrayRecordComponent") // a carrier of pixels that nobody compares
  record Line(int type, int[] samples) {}

  /**
   * Filters the line below the last one in each way, and returns the one with the smallest sum of
   * absolute differences (section 12.7).
   *
   * @param argb pixels of the picture
   * @param from index of the line's first pixel
   * @param mask the samples that are written
   */
  Line next(int[] argb, int from, int mask) {
    int[] free = above;
    above = line;
    line = free;
    for (int x = 0; x < width; x++) {
      line[x] = Integer.rotateLeft(argb[from + x], 8) & mask;
    }
    System.arraycopy(line, 0, left, 1, width - 1);
    filtered[NONE] = line;
    subtract(left, filtered[SUB]);
    subtract(above, filtered[UP]);
    subtractAverage(filtered[AVERAGE]);
    int best = NONE;
    int least = sum(line);
    for (int type = SUB; type <= AVERAGE; type++) {
      int sum = sum(filtered[type]);
      if (sum < least) {
        least = sum;
        best = type;
      }
    }
    return new Line(best, filtered[best]);
  }

  private void subtract(int[] predicted, int[] out) {
    for (int x = 0; x < width; x++) {
      out[x] = difference(line[x], predicted[x]);
    }
  }

  private void subtractAverage(int[] out) {
    for (int x = 0; x < width; x++) {
      int average = (left[x] & above[x]) + ((left[x] ^ above[x]) >>> 1 & LOW);
      out[x] = difference(line[x], average);
    }
  }

  /**
   * Subtracts sample by sample: no borrow passes a highest bit that is set before, and put right
   * after.
   */
  private static int difference(int a, int b) {
    return ((a | HIGH) - (b & LOW)) ^ ((a ^ ~b) & HIGH);
  }

  /** Adds up samples as signed bytes without their signs; negative ones count one less. */
  private int sum(int[] samples) {
    int sum = 0;
    for (int x = 0; x < width; x++) {
      int negative = (samples[x] >>> 7 & 0x01010101) * 0xff;
      int size = samples[x] ^ negative;
      sum += (size & 0xff) + (size >>> 8 & 0xff) + (size >>> 16 & 0xff) + (size >>> 24);
    }
    return sum;
  }
}
