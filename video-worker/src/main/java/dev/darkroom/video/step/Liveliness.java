package dev.darkroom.video.step;

import dev.darkroom.codec.picture.Plane;

/**
 * How much there is to see in a picture: the standard deviation of its luma. Black, white and
 * single-coloured frames, and those halfway through a fade, have little; photographs have 40 to 70.
 */
final class Liveliness {
  /** Half of what a dull photograph has. */
  static final double ENOUGH = 16;

  private Liveliness() {}

  static double of(Plane luma) {
    long sum = 0;
    long squares = 0;
    for (byte sample : luma.samples()) {
      int value = sample & 0xff;
      sum += value;
      squares += (long) value * value;
    }
    double count = luma.samples().length;
    double mean = sum / count;
    return Math.sqrt(Math.max(0, squares / count - mean * mean));
  }
}
