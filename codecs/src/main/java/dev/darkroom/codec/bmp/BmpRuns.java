package dev.darkroom.codec.bmp;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;

/**
 * Paints pixels that are coded by run lengths (Windows GDI, "Bitmap Compression"; OS/2 2.0 has the
 * same with 24 bits). Pixels that are jumped over stay transparent, as in browsers.
 */
final class BmpRuns {
  private static final int END_OF_ROW = 0;
  private static final int END = 1;
  private static final int JUMP = 2;

  private final byte[] file;
  private final BmpLayout layout;
  private final int[] palette;
  private final int[] pixels;
  private final TimeLimit limit;
  private int at;
  private int x;
  private int row;
  private boolean painted;

  BmpRuns(byte[] file, BmpLayout layout, int[] palette, int[] pixels, TimeLimit limit) {
    this.file = file;
    this.layout = layout;
    this.palette = palette;
    this.pixels = pixels;
    this.limit = limit;
    this.at = (int) Math.min(layout.pixelsAt(), file.length);
  }

  /**
   * Paints as far as the codes go.
   *
   * @return false if the file ends before the picture does
   * @throws Malformed if nothing is painted
   */
  boolean paint() throws Malformed, OutOfTime {
    boolean more = true;
    while (more && row < layout.height() && at + 2 <= file.length) {
      limit.check();
      int count = file[at++] & 0xff;
      if (count > 0) {
        run(count);
      } else {
        more = escape(file[at++] & 0xff);
      }
    }
    if (!painted) {
      throw new Malformed(at, "no run of pixels");
    }
    return !more || row >= layout.height() || (row == layout.height() - 1 && x >= layout.width());
  }

  private void run(int count) {
    int[] colors = {0, 0};
    switch (layout.coding()) {
      case RUNS_4 -> {
        colors[0] = palette[file[at] >> 4 & 15];
        colors[1] = palette[file[at] & 15];
        at++;
      }
      case RUNS_24 -> {
        colors[0] = color();
        colors[1] = colors[0];
      }
      default -> {
        colors[0] = palette[file[at++] & 0xff];
        colors[1] = colors[0];
      }
    }
    int visible = Math.clamp((long) layout.width() - x, 0, count);
    for (int i = 0; i < visible; i++) {
      put(colors[i & 1]);
    }
  }

  /** Follows a code after a zero; false at the end of the picture. */
  private boolean escape(int code) {
    switch (code) {
      case END_OF_ROW -> {
        x = 0;
        row++;
      }
      case END -> {
        return false;
      }
      case JUMP -> {
        if (at + 2 > file.length) {
          return true;
        }
        x += file[at++] & 0xff;
        row += file[at++] & 0xff;
      }
      default -> literals(code);
    }
    return true;
  }

  /** Paints pixels that are given one by one, padded to two bytes. */
  private void literals(int count) {
    int start = at;
    for (int i = 0; i < count && at < file.length; i++) {
      switch (layout.coding()) {
        case RUNS_4 -> {
          put(palette[(i & 1) == 0 ? file[at] >> 4 & 15 : file[at] & 15]);
          at += i & 1;
        }
        case RUNS_24 -> put(color());
        default -> put(palette[file[at++] & 0xff]);
      }
    }
    int bytes =
        switch (layout.coding()) {
          case RUNS_4 -> (count + 1) / 2;
          case RUNS_24 -> 3 * count;
          default -> count;
        };
    at = Math.min(file.length, start + bytes + (bytes & 1));
  }

  private int color() {
    if (at + 3 > file.length) {
      at = file.length;
      return 0;
    }
    int color =
        0xff000000 | (file[at + 2] & 0xff) << 16 | (file[at + 1] & 0xff) << 8 | (file[at] & 0xff);
    at += 3;
    return color;
  }

  /** Paints the next pixel, unless the row is full already. */
  private void put(int color) {
    if (x < layout.width()) {
      int y = layout.topDown() ? row : layout.height() - 1 - row;
      pixels[y * layout.width() + x] = color;
      painted = true;
      x++;
    }
  }
}
