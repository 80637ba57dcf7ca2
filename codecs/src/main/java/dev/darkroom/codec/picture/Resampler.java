package dev.darkroom.codec.picture;

import dev.darkroom.codec.picture.YuvFrame.Window;
import java.util.Arrays;

/**
 * Scales planes. Each output sample is the average of the area it covers, so that nothing aliases;
 * when enlarging, it is the linear interpolation of the two samples next to its center.
 */
final class Resampler {
  private Resampler() {}

  static Plane resample(Plane plane, Window window, int width, int height) {
    return resample(plane, window, 0, width, height);
  }

  /**
   * Scales a part of a plane.
   *
   * @param window the part; decoders leave garbage outside of it, which is not read
   * @param shift of the samples' centers to the left, in samples
   */
  static Plane resample(Plane plane, Window window, double shift, int width, int height) {
    Kernel across = new Kernel(plane.width(), window.x(), window.width(), shift, width);
    Kernel down = new Kernel(plane.height(), window.y(), window.height(), 0, height);
    float[][] rows = new float[down.longest()][width];
    int[] held = new int[rows.length];
    Arrays.fill(held, -1);
    byte[] out = new byte[width * height];
    float[] sum = new float[width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sum, 0.5f);
      for (int i = 0; i < down.count(y); i++) {
        int from = down.first(y) + i;
        int slot = from % rows.length;
        if (held[slot] != from) {
          across.apply(plane, from, rows[slot]);
          held[slot] = from;
        }
        float weight = down.weight(y, i);
        float[] row = rows[slot];
        for (int x = 0; x < width; x++) {
          sum[x] += weight * row[x];
        }
      }
      for (int x = 0; x < width; x++) {
        out[y * width + x] = (byte) Math.min(255, (int) sum[x]);
      }
    }
    return new Plane(out, width, height);
  }
}
