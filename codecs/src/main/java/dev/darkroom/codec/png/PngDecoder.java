package dev.darkroom.codec.png;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.TimeLimit;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.png.PngChunks.Chunk;
import java.util.Arrays;

/** Decodes PNGs of every color type and depth; of an animation, its default image. */
public final class PngDecoder {
  /** 8.1: Adam7's first column and line of each pass, and the steps to the next ones. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  /** Size of the block that a pass's pixel fills until later passes refine it. */
  private static final int[][] BLOCKS = {{8, 8}, {4, 8}, {4, 4}, {2, 4}, {2, 2}, {1, 2}, {1, 1}};

  private final int width;
  private final int height;
  private final LineReader lines;
  private final SampleReader samples;
  private final PngLayout layout;
  private final TimeLimit limit;
  private final int[] pixels;
  private final int[] row;
  private int linesRead;

  private PngDecoder(PngLayout layout, LineReader lines, SampleReader samples, TimeLimit limit) {
    this.layout = layout;
    this.width = layout.width();
    this.height = layout.height();
    this.lines = lines;
    this.samples = samples;
    this.limit = limit;
    this.pixels = new int[width * height];
    this.row = new int[width];
  }

  /**
   * Decodes a file as far as it goes.
   *
   * @param width in pixels, as the caller read it from the header, and decided to decode
   * @param limit checked at each line
   * @throws Malformed if not even a line can be decoded
   */
  public static PngPicture decode(byte[] file, int width, int height, TimeLimit limit)
      throws Malformed, OutOfTime {
    var chunks = new PngChunks(new Head(file, true));
    PngLayout layout = chunks.layout();
    if (layout.width() != width || layout.height() != height) {
      throw new Malformed(0, "not " + width + "×" + height + " pixels");
    }
    return decode(file, chunks, limit);
  }

  private static PngPicture decode(byte[] file, PngChunks chunks, TimeLimit limit)
      throws Malformed, OutOfTime {
    byte[] palette = {};
    byte[] transparency = null;
    Chunk chunk = chunks.next();
    // 5.6: both come before the pixels.
    while (chunk != null && !chunk.type().equals("IDAT")) {
      switch (chunk.type()) {
        case "PLTE" -> palette = bytes(file, chunk);
        case "tRNS" -> transparency = bytes(file, chunk);
        default -> {}
      }
      chunk = chunks.next();
    }
    PngLayout layout = chunks.layout();
    if (layout.colorType() == PngLayout.PALETTE && palette.length < 3) {
      throw new Malformed(0, "no palette");
    }
    var samples = new SampleReader(layout, palette, transparency);
    try (var lines = new LineReader(file, chunks, chunk, layout.pixelBytes())) {
      return new PngDecoder(layout, lines, samples, limit).decode();
    }
  }

  private static byte[] bytes(byte[] file, Chunk chunk) {
    int at = (int) chunk.at();
    return Arrays.copyOfRange(file, at, at + chunk.available(file));
  }

  private PngPicture decode() throws Malformed, OutOfTime {
    boolean whole = layout.interlaced() ? passes() : plain();
    if (linesRead == 0) {
      throw new Malformed(0, "no line of pixels");
    }
    int alphas = -1;
    for (int pixel : pixels) {
      alphas &= pixel;
    }
    return new PngPicture(new Bitmap(pixels, width, height, alphas >>> 24 == 0xff), !whole);
  }

  private boolean plain() throws Malformed, OutOfTime {
    lines.start(layout.lineBytes(width));
    for (int y = 0; y < height; y++) {
      if (!read(width)) {
        return false;
      }
      System.arraycopy(row, 0, pixels, y * width, width);
    }
    return true;
  }

  private boolean passes() throws Malformed, OutOfTime {
    for (int pass = 0; pass < PASSES.length; pass++) {
      int[] place = PASSES[pass];
      int columns = count(width, place[0], place[2]);
      int rows = count(height, place[1], place[3]);
      if (columns == 0 || rows == 0) {
        continue;
      }
      lines.start(layout.lineBytes(columns));
      for (int i = 0; i < rows; i++) {
        if (!read(columns)) {
          return false;
        }
        paint(place[1] + i * place[3], place, BLOCKS[pass], columns);
      }
    }
    return true;
  }

  private void paint(int top, int[] place, int[] block, int columns) {
    int bottom = Math.min(height, top + block[1]);
    for (int i = 0; i < columns; i++) {
      int left = place[0] + i * place[2];
      int right = Math.min(width, left + block[0]);
      for (int y = top; y < bottom; y++) {
        Arrays.fill(pixels, y * width + left, y * width + right, row[i]);
      }
    }
  }

  private boolean read(int count) throws Malformed, OutOfTime {
    limit.check();
    byte[] line = lines.next();
    if (line.length == 0) {
      return false;
    }
    samples.read(line, lines.origin(), count, row);
    linesRead++;
    return true;
  }

  private static int count(int length, int first, int step) {
    return length <= first ? 0 : (length - first + step - 1) / step;
  }
}
