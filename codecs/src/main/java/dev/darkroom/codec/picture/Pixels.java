package dev.darkroom.codec.picture;

/** Packs samples in the scale of {@link BoxRows} into pixels, dividing colors by alpha. */
final class Pixels {
  private static final int OPAQUE = 0xff000000;
  private static final int HALF = 1 << (BoxRows.FRACTION - 1);

  private Pixels() {}

  /**
   * Writes a column of pixels.
   *
   * @param samples planes of the channels; overwritten
   * @param count number of pixels
   * @param at index of the first pixel in {@code out}
   * @param stride from a pixel's index to the next one's
   */
  static void write(int[] samples, int channels, int count, int[] out, int at, int stride) {
    int plane = samples.length / channels;
    if (channels == 3) {
      clamp(samples);
      for (int i = 0; i < count; i++) {
        out[at + i * stride] =
            OPAQUE | samples[i] << 16 | samples[plane + i] << 8 | samples[2 * plane + i];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      out[at + i * stride] =
          straight(samples[i], samples[plane + i], samples[2 * plane + i], samples[3 * plane + i]);
    }
  }

  private static void clamp(int[] samples) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] = sample(samples[i]);
    }
  }

  private static int sample(int value) {
    return Math.min(255, Math.max(0, (value + HALF) >> BoxRows.FRACTION));
  }

  private static int straight(int r, int g, int b, int a) {
    int alpha = sample(a);
    if (alpha == 0) {
      return 0;
    }
    // Colors overshoot together with alpha, so the unclamped alpha divides them.
    float scale = 255f / a;
    return alpha << 24 | divided(r * scale) << 16 | divided(g * scale) << 8 | divided(b * scale);
  }

  private static int divided(float value) {
    return (int) Math.min(255, Math.max(0, value + 0.5f));
  }
}
