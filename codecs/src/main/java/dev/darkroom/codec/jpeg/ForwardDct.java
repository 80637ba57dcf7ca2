package dev.darkroom.codec.jpeg;

/** The transform of A.3.3, rows first, then columns. */
final class ForwardDct {
  /** C(u)/2 · cos((2x+1)uπ/16), by u and x. */
  private static final float[] BASIS = basis();

  private ForwardDct() {}

  static void transform(float[] block) {
    float[] rows = new float[64];
    for (int y = 0; y < 8; y++) {
      for (int u = 0; u < 8; u++) {
        float sum = 0;
        for (int x = 0; x < 8; x++) {
          sum += BASIS[8 * u + x] * block[8 * y + x];
        }
        rows[8 * y + u] = sum;
      }
    }
    for (int v = 0; v < 8; v++) {
      for (int u = 0; u < 8; u++) {
        float sum = 0;
        for (int y = 0; y < 8; y++) {
          sum += BASIS[8 * v + y] * rows[8 * y + u];
        }
        block[8 * v + u] = sum;
      }
    }
  }

  private static float[] basis() {
    float[] basis = new float[64];
    for (int u = 0; u < 8; u++) {
      double scale = u == 0 ? Math.sqrt(0.5) / 2 : 0.5;
      for (int x = 0; x < 8; x++) {
        basis[8 * u + x] = (float) (scale * Math.cos((2 * x + 1) * u * Math.PI / 16));
      }
    }
    return basis;
  }
}
