package dev.darkroom.codec.thumbhash;

import java.util.Arrays;
import java.util.Objects;

/**
 * Computes ThumbHashes, as Evan Wallace defined them: the lowest frequencies of a cosine transform
 * of luminance, two color differences and alpha, quantized to four bits each.
 */
public final class ThumbHash {
  /** Longest edge, in pixels; larger pictures give no better hash. */
  public static final int MAX_EDGE = 100;

  private static final int HEADER = 5;

  private ThumbHash() {}

  /**
   * Computes a picture's hash: 5 bytes of header, one more if it has alpha, and half a byte for
   * each frequency.
   *
   * @param argb pixels with straight alpha, row by row
   * @param width in pixels, 1 to {@link #MAX_EDGE}
   * @param height in pixels, 1 to {@link #MAX_EDGE}
   */
  public static byte[] of(int[] argb, int width, int height) {
    if (width < 1 || height < 1 || width > MAX_EDGE || height > MAX_EDGE) {
      throw new IllegalArgumentException("not 1 to " + MAX_EDGE + ": " + width + "x" + height);
    }
    Objects.checkFromIndexSize(0, width * height, argb.length);
    Planes planes = Planes.of(argb, width, height);
    // Alpha leaves less room for luminance.
    int most = planes.hasAlpha() ? 5 : 7;
    int lx = Math.max(1, scaled(most, (double) width / Math.max(width, height)));
    int ly = Math.max(1, scaled(most, (double) height / Math.max(width, height)));
    Frequencies l = planes.luminance().transform(Math.max(3, lx), Math.max(3, ly));
    Frequencies p = planes.yellowBlue().transform(3, 3);
    Frequencies q = planes.redGreen().transform(3, 3);
    boolean landscape = width > height;

    int header24 =
        scaled(63, l.constant())
            | scaled(31.5, 1 + p.constant()) << 6
            | scaled(31.5, 1 + q.constant()) << 12
            | scaled(31, l.scale()) << 18
            | (planes.hasAlpha() ? 1 << 23 : 0);
    int header16 =
        (landscape ? ly : lx)
            | scaled(63, p.scale()) << 3
            | scaled(63, q.scale()) << 9
            | (landscape ? 1 << 15 : 0);
    var out = new Nibbles();
    out.littleEndian(header24, 3);
    out.littleEndian(header16, 2);
    if (planes.hasAlpha()) {
      Frequencies a = planes.alpha().transform(5, 5);
      out.littleEndian(scaled(15, a.constant()) | scaled(15, a.scale()) << 4, 1);
      return out.add(l).add(p).add(q).add(a).toByteArray();
    }
    return out.add(l).add(p).add(q).toByteArray();
  }

  private static int scaled(double max, double value) {
    return (int) Math.round(max * value);
  }

  /** Bytes written in halves, the lower one first. */
  private static final class Nibbles {
    private byte[] bytes = new byte[HEADER + 1 + 32];
    private int nibbles;

    void littleEndian(int value, int length) {
      for (int i = 0; i < 2 * length; i++) {
        put((value >>> (4 * i)) & 15);
      }
    }

    Nibbles add(Frequencies frequencies) {
      for (double factor : frequencies.factors()) {
        put(scaled(15, factor));
      }
      return this;
    }

    private void put(int nibble) {
      if (nibbles / 2 == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      bytes[nibbles / 2] |= (byte) (nibble << (nibbles % 2 * 4));
      nibbles++;
    }

    byte[] toByteArray() {
      return Arrays.copyOf(bytes, (nibbles + 1) / 2);
    }
  }
}
