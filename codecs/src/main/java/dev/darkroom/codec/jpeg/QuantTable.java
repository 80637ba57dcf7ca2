package dev.darkroom.codec.jpeg;

import java.io.ByteArrayOutputStream;

/** Divisors of a block's coefficients, row by row. */
final class QuantTable {
  /** Figure A.6: the place of each coefficient in the order they are coded in. */
  static final int[] ZIGZAG = zigzag();

  /** Table K.1. */
  private static final int[] LUMA = {
    16, 11, 10, 16, 24, 40, 51, 61,
    12, 12, 14, 19, 26, 58, 60, 55,
    14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62,
    18, 22, 37, 56, 68, 109, 103, 77,
    24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99
  };

  /** Table K.2. */
  private static final int[] CHROMA = {
    17, 18, 24, 47, 99, 99, 99, 99,
    18, 21, 26, 66, 99, 99, 99, 99,
    24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99
  };

  private final int[] divisors;

  private QuantTable(int[] base, int quality) {
    // The scale that libjpeg made known: 50 is the standard's table, 100 divides by one.
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    divisors = new int[base.length];
    for (int i = 0; i < base.length; i++) {
      divisors[i] = Math.clamp((base[i] * percent + 50) / 100, 1, 255);
    }
  }

  static QuantTable luma(int quality) {
    return new QuantTable(LUMA, quality);
  }

  static QuantTable chroma(int quality) {
    return new QuantTable(CHROMA, quality);
  }

  int divisor(int place) {
    return divisors[place];
  }

  void write(ByteArrayOutputStream out) {
    for (int place : ZIGZAG) {
      out.write(divisors[place]);
    }
  }

  /** Along the diagonals, turning at the edges. */
  private static int[] zigzag() {
    int[] order = new int[64];
    int n = 0;
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      for (int i = 0; i <= diagonal; i++) {
        int row = diagonal % 2 == 0 ? diagonal - i : i;
        int column = diagonal - row;
        if (row < 8 && column < 8) {
          order[n++] = 8 * row + column;
        }
      }
    }
    return order;
  }
}
