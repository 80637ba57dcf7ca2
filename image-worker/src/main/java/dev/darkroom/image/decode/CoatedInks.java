package dev.darkroom.image.decode;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Converts inks without a profile as sharp does: as printed on coated paper.
 *
 * <p>{@code coated-inks.bin} holds what sharp 0.35 (libvips, its fallback profile) makes of 0, 25,
 * 50, 75 and 100 % of cyan, magenta, yellow and key, in this order, the last one changing first:
 * three bytes of sRGB each. Values in between are interpolated linearly, with a mean error of 2.3
 * levels.
 */
final class CoatedInks implements Inks {
  private static final int LEVELS = 5;
  private static final int STEPS = LEVELS - 1;
  private static final int[] STRIDES = {
    3 * LEVELS * LEVELS * LEVELS, 3 * LEVELS * LEVELS, 3 * LEVELS, 3
  };

  private final byte[] table = table();

  @Override
  public void toRgb(byte[] cmyk, int[] rgb, int at) {
    int last = -1;
    int color = 0xffffffff;
    for (int i = 0, to = at; i < cmyk.length; i += STRIDES.length, to++) {
      int inks = cmyk[i] << 24 | (cmyk[i + 1] & 0xff) << 16 | (cmyk[i + 2] & 0xff) << 8;
      inks |= cmyk[i + 3] & 0xff;
      if (inks != last || i == 0) {
        color = color(inks);
        last = inks;
      }
      rgb[to] = color;
    }
  }

  /** Interpolates between the sixteen table entries around a color. */
  private int color(int inks) {
    int base = 0;
    int[] fractions = new int[STRIDES.length];
    for (int axis = 0; axis < STRIDES.length; axis++) {
      int scaled = (inks >>> (24 - 8 * axis) & 0xff) * STEPS;
      int cell = Math.min(scaled / 255, STEPS - 1);
      fractions[axis] = scaled - cell * 255;
      base += cell * STRIDES[axis];
    }
    double red = 0;
    double green = 0;
    double blue = 0;
    for (int corner = 0; corner < 1 << STRIDES.length; corner++) {
      double weight = 1;
      int entry = base;
      for (int axis = 0; axis < STRIDES.length; axis++) {
        boolean far = (corner >> axis & 1) != 0;
        weight *= (far ? fractions[axis] : 255 - fractions[axis]) / 255.0;
        entry += far ? STRIDES[axis] : 0;
      }
      red += weight * (table[entry] & 0xff);
      green += weight * (table[entry + 1] & 0xff);
      blue += weight * (table[entry + 2] & 0xff);
    }
    return 0xff000000
        | (int) Math.round(red) << 16
        | (int) Math.round(green) << 8
        | (int) Math.round(blue);
  }

  private static byte[] table() {
    String name = "coated-inks.bin";
    try (InputStream in = CoatedInks.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
