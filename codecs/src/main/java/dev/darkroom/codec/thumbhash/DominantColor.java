package dev.darkroom.codec.thumbhash;

/**
 * Finds a picture's dominant color: the mean of the fullest of 512 buckets of similar colors. The
 * mean of all pixels would be a muddy color that occurs nowhere.
 */
public final class DominantColor {
  /** High bits of each channel that colors in a bucket share. */
  private static final int BUCKET_BITS = 3;

  private static final int DROPPED_BITS = 8 - BUCKET_BITS;
  private static final int HALF_TRANSPARENT = 128;

  private DominantColor() {}

  /**
   * Returns the dominant color as {@code #rrggbb}; white if there is none.
   *
   * @param argb pixels with straight alpha; those more than half transparent do not count
   */
  public static String of(int[] argb) {
    int buckets = 1 << (3 * BUCKET_BITS);
    int[] counts = new int[buckets];
    long[] reds = new long[buckets];
    long[] greens = new long[buckets];
    long[] blues = new long[buckets];
    int fullest = 0;
    for (int pixel : argb) {
      if (pixel >>> 24 < HALF_TRANSPARENT) {
        continue;
      }
      int red = (pixel >> 16) & 0xff;
      int green = (pixel >> 8) & 0xff;
      int blue = pixel & 0xff;
      int bucket =
          (red >> DROPPED_BITS) << (2 * BUCKET_BITS)
              | (green >> DROPPED_BITS) << BUCKET_BITS
              | (blue >> DROPPED_BITS);
      counts[bucket]++;
      reds[bucket] += red;
      greens[bucket] += green;
      blues[bucket] += blue;
      if (counts[bucket] > counts[fullest]) {
        fullest = bucket;
      }
    }
    int count = counts[fullest];
    return count == 0
        ? "#ffffff"
        : "#%02x%02x%02x"
            .formatted(reds[fullest] / count, greens[fullest] / count, blues[fullest] / count);
  }
}
