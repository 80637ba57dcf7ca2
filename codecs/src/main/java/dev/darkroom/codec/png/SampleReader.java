package dev.darkroom.codec.png;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Converts a line's samples (section 7.2) to pixels of 8 bits a channel. */
final class SampleReader {
  private static final int OPAQUE = 0xff000000;

  private final PngLayout layout;
  private final int[] palette;

  /** The color that means transparent (11.3.1.1); negative if there is none. */
  private final long key;

  SampleReader(PngLayout layout, byte[] colors, byte @Nullable [] transparency) {
    this.layout = layout;
    this.palette = palette(colors, transparency);
    this.key = key(layout, transparency);
  }

  private static int[] palette(byte[] colors, byte @Nullable [] transparency) {
    int[] palette = new int[256];
    Arrays.fill(palette, OPAQUE);
    for (int i = 0; i < Math.min(256, colors.length / 3); i++) {
      int alpha = transparency != null && i < transparency.length ? transparency[i] & 0xff : 255;
      palette[i] =
          alpha << 24
              | (colors[3 * i] & 0xff) << 16
              | (colors[3 * i + 1] & 0xff) << 8
              | (colors[3 * i + 2] & 0xff);
    }
    return palette;
  }

  private static long key(PngLayout layout, byte @Nullable [] transparency) {
    if (transparency == null) {
      return -1;
    }
    boolean gray = layout.colorType() == PngLayout.GRAY && transparency.length >= 2;
    if (gray) {
      return u16(transparency, 0) & ((1 << layout.bits()) - 1);
    }
    return layout.colorType() == PngLayout.TRUECOLOR && transparency.length >= 6
        ? color(u16(transparency, 0), u16(transparency, 2), u16(transparency, 4))
        : -1;
  }

  private static long color(long red, long green, long blue) {
    return red << 32 | green << 16 | blue;
  }

  /**
   * Reads pixels from a line.
   *
   * @param at index of the line's first sample
   * @param count number of pixels
   * @param out receives the pixels
   */
  void read(byte[] line, int at, int count, int[] out) {
    switch (layout.colorType()) {
      case PngLayout.PALETTE -> {
        for (int x = 0; x < count; x++) {
          out[x] = palette[narrow(line, at, x)];
        }
      }
      case PngLayout.GRAY -> gray(line, at, count, out);
      case PngLayout.GRAY_ALPHA -> {
        int bytes = layout.bits() / 8;
        for (int x = 0, i = at; x < count; x++, i += 2 * bytes) {
          out[x] = eight(line, i + bytes) << 24 | eight(line, i) * 0x010101;
        }
      }
      case PngLayout.TRUECOLOR -> truecolor(line, at, count, out);
      default -> {
        int bytes = layout.bits() / 8;
        for (int x = 0, i = at; x < count; x++, i += 4 * bytes) {
          out[x] = eight(line, i + 3 * bytes) << 24 | rgb(line, i, bytes);
        }
      }
    }
  }

  private void gray(byte[] line, int at, int count, int[] out) {
    int max = (1 << layout.bits()) - 1;
    for (int x = 0; x < count; x++) {
      int sample = layout.bits() == 16 ? u16(line, at + 2 * x) : narrow(line, at, x);
      int level = (int) ((sample * 255L + max / 2) / max);
      out[x] = (sample == key ? 0 : OPAQUE) | level * 0x010101;
    }
  }

  private void truecolor(byte[] line, int at, int count, int[] out) {
    int bytes = layout.bits() / 8;
    for (int x = 0, i = at; x < count; x++, i += 3 * bytes) {
      out[x] = OPAQUE | rgb(line, i, bytes);
      if (key >= 0 && sampled(line, i, bytes) == key) {
        out[x] &= 0xffffff;
      }
    }
  }

  private static long sampled(byte[] line, int i, int bytes) {
    return bytes == 2
        ? color(u16(line, i), u16(line, i + 2), u16(line, i + 4))
        : color(line[i] & 0xff, line[i + 1] & 0xff, line[i + 2] & 0xff);
  }

  private int rgb(byte[] line, int i, int bytes) {
    return eight(line, i) << 16 | eight(line, i + bytes) << 8 | eight(line, i + 2 * bytes);
  }

  /** Returns a sample in 8 bits, rounded if it has 16. */
  private int eight(byte[] line, int i) {
    return layout.bits() == 8 ? line[i] & 0xff : (u16(line, i) * 255 + 32767) / 65535;
  }

  /** 7.2: the first of several samples in a byte lies in its high bits. */
  private int narrow(byte[] line, int at, int x) {
    int bits = layout.bits();
    if (bits == 8) {
      return line[at + x] & 0xff;
    }
    int first = x * bits;
    return (line[at + first / 8] & 0xff) >> (8 - bits - first % 8) & ((1 << bits) - 1);
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
