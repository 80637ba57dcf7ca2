package dev.darkroom.codec.picture;

/** Converts rows of planes to pixels: interpolates chroma, then applies ITU-T H.273, 8.3. */
final class PlanarRows {
  /** Fraction bits of weights. */
  private static final int BITS = 16;

  /** Fraction bits of interpolated chroma. */
  private static final int CHROMA_BITS = 4;

  private static final int HALF = 1 << (BITS - 1);

  private final PlanarPicture picture;
  private final Plane luma;
  private final boolean halfWidth;
  private final boolean halfHeight;
  private final int[] u;
  private final int[] v;
  private final int black;
  private final int lumaGain;
  private final int redOfV;
  private final int greenOfU;
  private final int greenOfV;
  private final int blueOfU;

  PlanarRows(PlanarPicture picture) {
    this.picture = picture;
    luma = picture.planes().getFirst();
    Plane chroma = picture.planes().getLast();
    halfWidth = chroma.width() < luma.width();
    halfHeight = chroma.height() < luma.height();
    u = new int[luma.width()];
    v = new int[luma.width()];
    ColorSpace space = picture.space();
    double kr = space.kr();
    double kb = space.kb();
    double kg = 1 - kr - kb;
    double gain = space.fullRange() ? 1 : 255.0 / 224;
    black = space.fullRange() ? 0 : 16;
    lumaGain = fixed(space.fullRange() ? 1 : 255.0 / 219, BITS);
    redOfV = fixed(gain * 2 * (1 - kr), BITS - CHROMA_BITS);
    blueOfU = fixed(gain * 2 * (1 - kb), BITS - CHROMA_BITS);
    greenOfU = fixed(gain * 2 * (1 - kb) * kb / kg, BITS - CHROMA_BITS);
    greenOfV = fixed(gain * 2 * (1 - kr) * kr / kg, BITS - CHROMA_BITS);
  }

  private static int fixed(double value, int bits) {
    return (int) Math.round(value * (1 << bits));
  }

  void read(int y, int[] row) {
    switch (picture.kind()) {
      case GRAY -> gray(y, row);
      case GBR -> gbr(y, row);
      case YUV -> yuv(y, row);
    }
    Plane alpha = picture.alpha();
    if (alpha != null) {
      alpha(alpha, y, row);
    }
  }

  private void gray(int y, int[] row) {
    byte[] samples = luma.samples();
    int at = y * luma.width();
    for (int x = 0; x < row.length; x++) {
      int value = clip((lumaGain * ((samples[at + x] & 0xff) - black) + HALF) >> BITS);
      row[x] = 0xff000000 | value * 0x010101;
    }
  }

  private void gbr(int y, int[] row) {
    byte[] g = luma.samples();
    byte[] b = picture.planes().get(1).samples();
    byte[] r = picture.planes().get(2).samples();
    int at = y * luma.width();
    for (int x = 0; x < row.length; x++) {
      row[x] = pixel(stretched(r[at + x]), stretched(g[at + x]), stretched(b[at + x]));
    }
  }

  private int stretched(byte sample) {
    return clip((lumaGain * ((sample & 0xff) - black) + HALF) >> BITS);
  }

  private void yuv(int y, int[] row) {
    chroma(picture.planes().get(1), y, u);
    chroma(picture.planes().get(2), y, v);
    byte[] samples = luma.samples();
    int at = y * luma.width();
    for (int x = 0; x < row.length; x++) {
      int light = lumaGain * ((samples[at + x] & 0xff) - black) + HALF;
      int cb = u[x];
      int cr = v[x];
      row[x] =
          pixel(
              clip((light + redOfV * cr) >> BITS),
              clip((light - greenOfU * cb - greenOfV * cr) >> BITS),
              clip((light + blueOfU * cb) >> BITS));
    }
  }

  /** Interpolates a row of chroma at luma's positions, centered on 0, in sixteenths. */
  private void chroma(Plane plane, int y, int[] out) {
    // Halfway between two rows of luma: three quarters of the nearer, one quarter of the other.
    int near = halfHeight ? y >> 1 : y;
    int other =
        halfHeight ? Math.clamp((y & 1) == 0 ? near - 1L : near + 1L, 0, plane.height() - 1) : y;
    int nearAt = near * plane.width();
    int otherAt = other * plane.width();
    byte[] samples = plane.samples();
    int last = plane.width() - 1;
    if (!halfWidth) {
      for (int x = 0; x < out.length; x++) {
        out[x] = vertical(samples, nearAt + x, otherAt + x) * 4;
      }
      return;
    }
    int before = vertical(samples, nearAt, otherAt);
    int here = before;
    for (int c = 0; c <= last; c++) {
      int next = Math.min(c + 1, last);
      int after = vertical(samples, nearAt + next, otherAt + next);
      int x = 2 * c;
      out[x] = picture.chromaCentered() ? 3 * here + before : 4 * here;
      if (x + 1 < out.length) {
        out[x + 1] = picture.chromaCentered() ? 3 * here + after : 2 * (here + after);
      }
      before = here;
      here = after;
    }
  }

  /** Interpolates between two rows, in quarters. */
  private static int vertical(byte[] samples, int near, int other) {
    return 3 * (samples[near] & 0xff) + (samples[other] & 0xff) - 4 * 128;
  }

  private void alpha(Plane alpha, int y, int[] row) {
    byte[] samples = alpha.samples();
    int at = y * alpha.width();
    for (int x = 0; x < row.length; x++) {
      int a = samples[at + x] & 0xff;
      int color = picture.premultiplied() ? divided(row[x], a) : row[x];
      row[x] = (color & 0xffffff) | (a << 24);
    }
  }

  private static int divided(int pixel, int a) {
    if (a == 0) {
      return 0;
    }
    return pixel(divided8(pixel >> 16, a), divided8(pixel >> 8, a), divided8(pixel, a));
  }

  private static int divided8(int channel, int a) {
    return Math.min(255, ((channel & 0xff) * 255 + a / 2) / a);
  }

  private static int pixel(int r, int g, int b) {
    return 0xff000000 | (r << 16) | (g << 8) | b;
  }

  private static int clip(int value) {
    return value < 0 ? 0 : Math.min(value, 255);
  }
}
