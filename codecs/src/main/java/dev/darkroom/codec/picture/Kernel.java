package dev.darkroom.codec.picture;

/** The input samples that make up each output sample, and their weights, which add up to 1. */
final class Kernel {
  private final int[] firsts;
  private final float[][] weights;
  private int longest = 1;

  /**
   * @param length number of input samples
   * @param start of the part that is scaled, in input samples
   * @param span length of that part
   * @param shift of the samples' centers, in input samples
   * @param positions number of output samples
   */
  Kernel(int length, double start, double span, double shift, int positions) {
    int low = Math.max(0, (int) Math.floor(start));
    int high = Math.min(length, (int) Math.ceil(start + span)) - 1;
    firsts = new int[positions];
    weights = new float[positions][];
    double step = span / positions;
    for (int i = 0; i < positions; i++) {
      double from = start + shift + i * step;
      if (step < 1) {
        // A window one sample wide covers of two neighbors just the weights of their linear
        // interpolation.
        from += (step - 1) / 2;
      }
      double to = from + Math.max(1, step);
      // Samples past an edge repeat the edge's.
      int first = Math.clamp((int) Math.floor(from), low, high);
      int last = Math.clamp((int) Math.ceil(to) - 1, low, high);
      float[] weight = new float[last - first + 1];
      for (int k = (int) Math.floor(from); k < to; k++) {
        double covered = Math.min(to, k + 1) - Math.max(from, k);
        weight[Math.clamp(k, low, high) - first] += (float) (covered / (to - from));
      }
      firsts[i] = first;
      weights[i] = weight;
      longest = Math.max(longest, weight.length);
    }
  }

  /** Returns the largest number of inputs that an output needs. */
  int longest() {
    return longest;
  }

  int first(int position) {
    return firsts[position];
  }

  int count(int position) {
    return weights[position].length;
  }

  float weight(int position, int i) {
    return weights[position][i];
  }

  /** Scales a row of samples. */
  void apply(Plane plane, int row, float[] out) {
    byte[] samples = plane.samples();
    int start = row * plane.width();
    for (int x = 0; x < out.length; x++) {
      float[] weight = weights[x];
      int at = start + firsts[x];
      float sum = 0;
      for (float w : weight) {
        sum += w * (samples[at++] & 0xff);
      }
      out[x] = sum;
    }
  }
}
