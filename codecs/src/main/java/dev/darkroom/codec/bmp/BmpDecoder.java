package dev.darkroom.codec.bmp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import dev.darkroom.codec.picture.Bitmap;
import java.util.Arrays;

/** Decodes bitmaps of every depth, plain and by run lengths, into one integer a pixel. */
public final class BmpDecoder {
  private static final int OPAQUE = 0xff000000;

  private final byte[] file;
  private final BmpLayout layout;
  private final TimeLimit limit;
  private final int[] palette;
  private final int[] pixels;

  private BmpDecoder(byte[] file, BmpLayout layout, TimeLimit limit) throws Malformed {
    this.file = file;
    this.layout = layout;
    this.limit = limit;
    this.palette = palette(file, layout);
    this.pixels = new int[Math.multiplyExact(layout.width(), layout.height())];
  }

  /**
   * Decodes a file as far as it goes.
   *
   * @param width in pixels, as the caller read it from the header, and decided to decode
   * @param limit checked at each row
   * @throws Malformed if not even a row can be decoded
   */
  public static BmpPicture decode(byte[] file, int width, int height, TimeLimit limit)
      throws Malformed, OutOfTime {
    BmpLayout layout = BmpLayout.read(new Head(file, true));
    if (layout.width() != width || layout.height() != height || layout.exotic() != null) {
      throw new Malformed(0, "not %d×%d readable pixels".formatted(width, height));
    }
    return new BmpDecoder(file, layout, limit).decode();
  }

  private BmpPicture decode() throws Malformed, OutOfTime {
    boolean whole =
        layout.coding() == BmpLayout.Coding.PLAIN
            ? plain()
            : new BmpRuns(file, layout, palette, pixels, limit).paint();
    int alphas = -1;
    int anyAlpha = 0;
    for (int pixel : pixels) {
      alphas &= pixel;
      anyAlpha |= pixel;
    }
    if (anyAlpha >>> 24 == 0 && whole && layout.alpha() != 0) {
      // Programs that know no alpha leave it zero; browsers show such pictures as opaque.
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] |= OPAQUE;
      }
      alphas = OPAQUE;
    }
    return new BmpPicture(
        new Bitmap(pixels, layout.width(), layout.height(), alphas >>> 24 == 0xff), !whole);
  }

  /** Reads as many entries as there are; further indices are black. */
  private static int[] palette(byte[] file, BmpLayout layout) throws Malformed {
    int[] colors = new int[layout.bits() <= 8 ? 1 << layout.bits() : 0];
    Arrays.fill(colors, OPAQUE);
    int entry = layout.colorBytes();
    for (int i = 0; i < layout.colors(); i++) {
      long at = layout.colorsAt() + (long) entry * i;
      if (at > file.length - entry) {
        throw new Malformed(at, "the palette passes the end of the file");
      }
      colors[i] = OPAQUE | new ByteReader(file, (int) at, 3, at).u24le();
    }
    return colors;
  }

  /** Decodes rows, each padded to four bytes; false if some are missing. */
  private boolean plain() throws Malformed, OutOfTime {
    long rowBytes = ((long) layout.width() * layout.bits() + 31) / 32 * 4;
    long usedBytes = ((long) layout.width() * layout.bits() + 7) / 8;
    for (int row = 0; row < layout.height(); row++) {
      limit.check();
      long at = layout.pixelsAt() + row * rowBytes;
      if (at + usedBytes > file.length) {
        if (row == 0) {
          throw new Malformed(at, "no row of pixels");
        }
        return false;
      }
      int y = layout.topDown() ? row : layout.height() - 1 - row;
      row((int) at, y * layout.width());
    }
    return true;
  }

  private void row(int from, int to) {
    int width = layout.width();
    switch (layout.bits()) {
      case 24 -> {
        for (int x = 0, at = from; x < width; x++, at += 3) {
          pixels[to + x] = OPAQUE | u8(at + 2) << 16 | u8(at + 1) << 8 | u8(at);
        }
      }
      case 16 -> {
        for (int x = 0, at = from; x < width; x++, at += 2) {
          pixels[to + x] = masked(u8(at + 1) << 8 | u8(at));
        }
      }
      case 32 -> {
        for (int x = 0, at = from; x < width; x++, at += 4) {
          pixels[to + x] = masked(u8(at + 3) << 24 | u8(at + 2) << 16 | u8(at + 1) << 8 | u8(at));
        }
      }
      default -> {
        int bits = layout.bits();
        int last = palette.length - 1;
        for (int x = 0; x < width; x++) {
          int first = x * bits;
          int index = u8(from + first / 8) >> (8 - bits - first % 8) & last;
          pixels[to + x] = palette[index];
        }
      }
    }
  }

  private int u8(int at) {
    return file[at] & 0xff;
  }

  private int masked(int value) {
    int alpha = layout.alpha() == 0 ? 0xff : level(value, layout.alpha());
    return alpha << 24
        | level(value, layout.red()) << 16
        | level(value, layout.green()) << 8
        | level(value, layout.blue());
  }

  /** Returns the bits of a mask as a level from 0 to 255. */
  private static int level(int value, int mask) {
    if (mask == 0) {
      return 0;
    }
    int shift = Integer.numberOfTrailingZeros(mask);
    long max = Integer.toUnsignedLong(mask >>> shift);
    long sample = Integer.toUnsignedLong((value & mask) >>> shift);
    return (int) ((sample * 255 + max / 2) / max);
  }
}
