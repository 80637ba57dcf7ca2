package dev.darkroom.codec.picture;

/**
 * The input samples that make up each output sample, weighted by Lanczos' kernel of three lobes.
 * The kernel is stretched when shrinking, so that nothing aliases (Turkowski, "Filters for Common
 * Resampling Tasks", Graphics Gems I, 1990). Samples past an edge repeat the edge's.
 */
final class LanczosWeights {
  /** Fraction bits of weights; those of a position add up to exactly 1. */
  static final int FRACTION = 14;

  private static final double LOBES = 3;

  private final int[] firsts;
  private final int[][] weights;
  private int longest = 1;

  /**
   * @param length number of input samples
   * @param start of the part that is scaled, in input samples
   * @param step from one output to the next, in input samples
   * @param positions number of output samples
   */
  LanczosWeights(int length, double start, double step, int positions) {
    firsts = new int[positions];
    weights = new int[positions][];
    double width = Math.max(1, step);
    double support = support(step);
    for (int i = 0; i < positions; i++) {
      double center = start + (i + 0.5) * step - 0.5;
      int from = (int) Math.ceil(center - support);
      int to = (int) Math.floor(center + support);
      int first = Math.clamp(from, 0, length - 1);
      int last = Math.clamp(to, 0, length - 1);
      var exact = new double[last - first + 1];
      double sum = 0;
      for (int k = from; k <= to; k++) {
        double weight = lanczos((k - center) / width);
        exact[Math.clamp(k, first, last) - first] += weight;
        sum += weight;
      }
      firsts[i] = first;
      weights[i] = fixed(exact, sum);
      longest = Math.max(longest, exact.length);
    }
  }

  /** Returns how far the kernel reaches to either side, in input samples. */
  static double support(double step) {
    return LOBES * Math.max(1, step);
  }

  private static double lanczos(double x) {
    return Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** Rounds weights; the error goes to the largest, where it matters least. */
  private static int[] fixed(double[] exact, double sum) {
    var fixed = new int[exact.length];
    int left = 1 << FRACTION;
    int largest = 0;
    for (int i = 0; i < exact.length; i++) {
      fixed[i] = (int) Math.round(exact[i] / sum * (1 << FRACTION));
      left -= fixed[i];
      if (fixed[i] > fixed[largest]) {
        largest = i;
      }
    }
    fixed[largest] += left;
    return fixed;
  }

  /** Returns the largest number of inputs that an output needs. */
  int longest() {
    return longest;
  }

  int first(int position) {
    return firsts[position];
  }

  int[] weights(int position) {
    return weights[position];
  }
}
