package dev.darkroom.codec.jpeg;

import dev.darkroom.codec.picture.Plane;

/** Transforms, quantises and codes the blocks of one component, in their order (F.1.2). */
final class BlockWriter {
  private static final int END_OF_BLOCK = 0x00;
  private static final int SIXTEEN_ZEROS = 0xf0;

  private final BitSink bits;
  private final QuantTable divisors;
  private final HuffmanTable dc;
  private final HuffmanTable ac;
  private final float[] block = new float[64];
  private int previousDc;

  BlockWriter(BitSink bits, QuantTable divisors, HuffmanTable dc, HuffmanTable ac) {
    this.bits = bits;
    this.divisors = divisors;
    this.dc = dc;
    this.ac = ac;
  }

  /** Past the edges the last samples are repeated, which costs the fewest bits. */
  void write(Plane plane, int left, int top) {
    for (int y = 0; y < 8; y++) {
      int row = Math.min(top + y, plane.height() - 1);
      for (int x = 0; x < 8; x++) {
        block[8 * y + x] = plane.at(Math.min(left + x, plane.width() - 1), row) - 128;
      }
    }
    ForwardDct.transform(block);
    int mean = quantised(0);
    difference(mean - previousDc);
    previousDc = mean;
    coefficients();
  }

  /** Clamped to what the tables have codes for (F.1.2.2.1), which only rounding can leave. */
  private int quantised(int place) {
    return Math.clamp(Math.round(block[place] / divisors.divisor(place)), -1023, 1023);
  }

  /** F.1.2.1. */
  private void difference(int value) {
    int size = size(value);
    dc.put(bits, size);
    magnitude(value, size);
  }

  /** F.1.2.2: each coefficient with the number of zeros before it. */
  private void coefficients() {
    int zeros = 0;
    for (int i = 1; i < 64; i++) {
      int value = quantised(QuantTable.ZIGZAG[i]);
      if (value == 0) {
        zeros++;
        continue;
      }
      for (; zeros > 15; zeros -= 16) {
        ac.put(bits, SIXTEEN_ZEROS);
      }
      int size = size(value);
      ac.put(bits, zeros << 4 | size);
      magnitude(value, size);
      zeros = 0;
    }
    if (zeros > 0) {
      ac.put(bits, END_OF_BLOCK);
    }
  }

  private static int size(int value) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
  }

  /** Negative values as their ones' complement (F.1.2.1.1). */
  private void magnitude(int value, int size) {
    bits.put(value < 0 ? value - 1 : value, size);
  }
}
