package dev.darkroom.codec.tiff;

import java.io.IOException;
import java.util.Arrays;

/**
 * Decodes CCITT's fax codings (section 10; ITU-T T.4 and T.6) into rows of bits, black is 1. A row
 * of T.4 that breaks is white from there on, as T.4's lines end with a mark.
 */
final class FaxInput extends RowInput {
  private static final int PASS = 4;
  private static final int HORIZONTAL = 5;

  private final Compression coding;
  private final boolean twoDimensional;
  private final FaxBits bits;
  private final int width;

  /** Columns at which the color changes, white to black first, and the width after the last. */
  private int[] reference;

  private int[] changes;
  private int count;
  private boolean broken;

  /**
   * @param width pixels in a row
   * @param twoDimensional whether rows of T.4 may refer to the row above ("T4Options")
   */
  FaxInput(FaxBits bits, int width, Compression coding, boolean twoDimensional) {
    super((width + 7) / 8);
    this.bits = bits;
    this.width = width;
    this.coding = coding;
    this.twoDimensional = twoDimensional;
    this.reference = new int[width + 4];
    this.changes = new int[width + 4];
    Arrays.fill(changes, width);
  }

  @Override
  boolean next() throws IOException {
    int[] above = changes;
    changes = reference;
    reference = above;
    count = 0;
    boolean sound =
        switch (coding) {
          case FAX_GROUP_4 -> !broken && !bits.ended() && refer();
          case FAX_GROUP_3 -> {
            int marks = bits.skipMarks();
            if (marks > 1 || bits.ended()) {
              yield false;
            }
            boolean refers = twoDimensional && marks == 1 && bits.take(1) == 0;
            if (!(refers ? refer() : runs())) {
              bits.skipToMark();
            }
            yield true;
          }
          default -> {
            bits.align();
            yield !bits.ended() && runs();
          }
        };
    broken = !sound;
    if (broken && count == 0) {
      return false;
    }
    Arrays.fill(changes, count, changes.length, width);
    paint();
    return true;
  }

  /** Decodes runs of white and black in turn (T.4, 4.1). */
  private boolean runs() {
    int column = 0;
    for (boolean black = false; column < width; black = !black) {
      int run = run(black);
      if (run < 0) {
        return false;
      }
      column = change(column + run);
    }
    return true;
  }

  private int run(boolean black) {
    FaxCodes codes = black ? FaxCodes.BLACK : FaxCodes.WHITE;
    int sum = 0;
    while (sum <= width) {
      int next = bits.peek(FaxCodes.LONGEST);
      if (codes.length(next) == 0) {
        return -1;
      }
      bits.skip(codes.length(next));
      sum += codes.run(next);
      if (codes.run(next) < 64) {
        return sum;
      }
    }
    return sum;
  }

  /** Decodes a row by its differences to the one above (T.4, 4.2; T.6, 2.2). */
  private boolean refer() {
    int column = -1;
    int below = 0;
    int color = 0;
    while (column < width) {
      below = (below & ~1) | color;
      while (below >= 2 && reference[below - 2] > column) {
        below -= 2;
      }
      while (reference[below] <= column && reference[below] < width) {
        below += 2;
      }
      int mode = mode();
      switch (mode) {
        case PASS -> column = reference[below + 1];
        case HORIZONTAL -> {
          int first = run(color == 1);
          int second = first < 0 ? -1 : run(color == 0);
          if (second < 0) {
            return false;
          }
          column = change(change(Math.max(0, column) + first) + second);
        }
        case Integer.MIN_VALUE -> {
          return false;
        }
        default -> {
          int changed = reference[below] + mode;
          if (changed < Math.max(0, column)) {
            return false;
          }
          column = change(changed);
          color ^= 1;
        }
      }
    }
    return true;
  }

  /**
   * Reads a mode: how many columns right of the change above, {@link #PASS} or {@link #HORIZONTAL};
   * the least integer if there is none.
   */
  private int mode() {
    int next = bits.peek(7);
    int zeros = Integer.numberOfLeadingZeros(next) - (Integer.SIZE - 7);
    int mode =
        switch (zeros) {
          case 0 -> 0;
          case 1 -> (next & 0x10) != 0 ? 1 : -1;
          case 2 -> HORIZONTAL;
          case 3 -> PASS;
          case 4 -> (next & 2) != 0 ? 2 : -2;
          case 5 -> (next & 1) != 0 ? 3 : -3;
          default -> Integer.MIN_VALUE;
        };
    bits.skip(
        switch (zeros) {
          case 0 -> 1;
          case 1, 2 -> 3;
          case 3 -> 4;
          case 4 -> 6;
          default -> 7;
        });
    return mode;
  }

  /** Notes a change of color; two at the same column are none. Returns the column. */
  private int change(int column) {
    int inside = Math.min(column, width);
    if (count > 0 && changes[count - 1] == inside) {
      count--;
    } else {
      changes[count++] = inside;
    }
    return inside;
  }

  private void paint() {
    Arrays.fill(rows, (byte) 0);
    for (int i = 0; changes[i] < width; i += 2) {
      for (int x = changes[i]; x < changes[i + 1]; x++) {
        rows[x >> 3] |= (byte) (0x80 >> (x & 7));
      }
    }
  }
}
