package dev.darkroom.codec.tiff;

/** Converts rows of sample levels to pixels. */
@FunctionalInterface
interface TiffColors {
  int OPAQUE = 0xff000000;

  /**
   * Converts pixels.
   *
   * @param levels samples from 0 to {@link TiffSamples#FULL}, pixel by pixel
   * @param argb receives {@code count} pixels from the index {@code at} on
   */
  void convert(int[] levels, int count, int[] argb, int at);

  static TiffColors gray(int samples, boolean whiteIsZero) {
    int flip = whiteIsZero ? TiffSamples.FULL : 0;
    return (levels, count, argb, at) -> {
      for (int x = 0, i = 0; x < count; x++, i += samples) {
        argb[at + x] = OPAQUE | eight(levels[i] ^ flip) * 0x010101;
      }
    };
  }

  static TiffColors rgb(int samples) {
    return (levels, count, argb, at) -> {
      for (int x = 0, i = 0; x < count; x++, i += samples) {
        argb[at + x] =
            OPAQUE | eight(levels[i]) << 16 | eight(levels[i + 1]) << 8 | eight(levels[i + 2]);
      }
    };
  }

  /**
   * Looks colors up.
   *
   * @param colors as {@code 0xAARRGGBB}, one for each level that a sample can have
   */
  static TiffColors palette(int samples, int[] colors) {
    int last = colors.length - 1;
    return (levels, count, argb, at) -> {
      for (int x = 0, i = 0; x < count; x++, i += samples) {
        argb[at + x] =
            colors[(int) (((long) levels[i] * last + TiffSamples.FULL / 2) / TiffSamples.FULL)];
      }
    };
  }

  static TiffColors inks(int samples, TiffPort port) {
    return (levels, count, argb, at) -> {
      byte[] cmyk = new byte[4 * count];
      for (int x = 0, i = 0; x < count; x++, i += samples) {
        for (int ink = 0; ink < 4; ink++) {
          cmyk[4 * x + ink] = (byte) eight(levels[i + ink]);
        }
      }
      port.inks(cmyk, argb, at);
    };
  }

  /** Returns colors whose alpha is a sample. */
  default TiffColors withAlpha(int samples, int alphaAt) {
    return (levels, count, argb, at) -> {
      convert(levels, count, argb, at);
      for (int x = 0, i = alphaAt; x < count; x++, i += samples) {
        argb[at + x] = (argb[at + x] & 0xffffff) | eight(levels[i]) << 24;
      }
    };
  }

  /**
   * Returns colors whose samples were multiplied by alpha (section 18, "associated alpha"), which
   * is undone first.
   */
  default TiffColors associated(int samples, int colors, int alphaAt) {
    return (levels, count, argb, at) -> {
      for (int i = 0; i < count * samples; i += samples) {
        int alpha = levels[i + alphaAt];
        for (int color = i; color < i + colors && alpha > 0; color++) {
          long straight = ((long) levels[color] * TiffSamples.FULL + alpha / 2) / alpha;
          levels[color] = (int) Math.min(TiffSamples.FULL, straight);
        }
      }
      convert(levels, count, argb, at);
    };
  }

  private static int eight(int level) {
    return (level * 255 + TiffSamples.FULL / 2) / TiffSamples.FULL;
  }
}
