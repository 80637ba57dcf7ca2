package dev.darkroom.codec.picture;

import java.util.Arrays;

/** Sums up weighted arrays, four at a time to make fewer passes over the sums. */
final class WeightedRows {
  private static final int HALF = 1 << (LanczosWeights.FRACTION - 1);

  private WeightedRows() {}

  /**
   * Sums up rows.
   *
   * @param rows at least as many as weights, each as long as {@code sums}
   * @param sums receives the sums, in the scale of the rows
   */
  static void sum(int[][] rows, int[] weights, int[] sums) {
    Arrays.fill(sums, HALF);
    int i = 0;
    for (; i + 4 <= weights.length; i += 4) {
      add(
          rows[i],
          weights[i],
          rows[i + 1],
          weights[i + 1],
          rows[i + 2],
          weights[i + 2],
          rows[i + 3],
          weights[i + 3],
          sums);
    }
    for (; i < weights.length; i++) {
      add(rows[i], weights[i], sums);
    }
    for (int x = 0; x < sums.length; x++) {
      sums[x] >>= LanczosWeights.FRACTION;
    }
  }

  private static void add(
      int[] a, int p, int[] b, int q, int[] c, int r, int[] d, int s, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += p * a[x] + q * b[x] + r * c[x] + s * d[x];
    }
  }

  private static void add(int[] row, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += weight * row[x];
    }
  }
}
