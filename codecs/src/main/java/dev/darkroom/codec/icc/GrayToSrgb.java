package dev.darkroom.codec.icc;

import java.util.function.DoubleUnaryOperator;

/** Converts pixels with equal red, green and blue by a gray curve and sRGB's (ICC.1:2022, F.2). */
final class GrayToSrgb implements ToSrgb {
  private final int[] table = new int[256];

  /**
   * @param curve from a coded sample to linear light, both 0 to 1
   */
  GrayToSrgb(DoubleUnaryOperator curve) {
    for (int sample = 0; sample < table.length; sample++) {
      double light = Curves.unit(curve.applyAsDouble(sample / 255.0));
      table[sample] = (int) Math.round(255 * Curves.unit(Transfer.toSrgb(light))) * 0x010101;
    }
  }

  boolean changesNothing() {
    for (int sample = 0; sample < table.length; sample++) {
      if (Math.abs((table[sample] & 0xff) - sample) > 1) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void convert(int[] pixels, int from, int to) {
    for (int i = from; i < to; i++) {
      pixels[i] = (pixels[i] & 0xff000000) | table[pixels[i] >> 8 & 0xff];
    }
  }
}
