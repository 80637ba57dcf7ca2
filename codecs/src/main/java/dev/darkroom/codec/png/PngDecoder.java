package dev.darkroom.codec.png;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.picture.Bitmap;
import java.util.Arrays;

/** Decodes all that the specification allows; of an animation the picture that is no part of it. */
public final class PngDecoder {
  /** 8.1: Adam7's first column and line of each pass, and how far from one to the next. */
  private static final int[][] PASSES = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  /** A place is told by its pass's pixel until its own comes: so far does that reach. */
  private static final int[][] BLOCKS = {{8, 8}, {4, 8}, {4, 4}, {2, 4}, {2, 2}, {1, 2}, {1, 1}};

  private final int width;
  private final int height;
  private final LineReader lines;
  private final SampleReader samples;
  private final PngLayout layout;
  private final int[] pixels;
  private final int[] row;
  private int linesRead;

  private PngDecoder(PngLayout layout, LineReader lines, SampleReader samples) {
    this.layout = layout;
    this.width = layout.width();
    this.height = layout.height();
    this.lines = lines;
    this.samples = samples;
    this.pixels = new int[width * height];
    this.row = new int[width];
  }

  /**
   * @param width as the caller read it from the header, and decided to decode
   * @throws Malformed if there is no line of it
   */
  public static PngPicture decode(byte[] file, int width, int height) throws Malformed {
    PngChunks chunks = PngChunks.read(file);
    PngLayout layout = chunks.layout();
    if (layout.width() != width || layout.height() != height) {
      throw new Malformed(0, "not " + width + "×" + height + " pixels");
    }
    if (layout.colorType() == PngLayout.PALETTE && chunks.palette().length < 3) {
      throw new Malformed(0, "no palette");
    }
    var samples = new SampleReader(layout, chunks.palette(), chunks.transparency());
    try (var lines = new LineReader(file, chunks.data(), layout.pixelBytes())) {
      return new PngDecoder(layout, lines, samples).decode();
    }
  }

  private PngPicture decode() throws Malformed {
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

  private boolean plain() throws Malformed {
    lines.start(layout.lineBytes(width));
    for (int y = 0; y < height; y++) {
      if (!read(width)) {
        return false;
      }
      System.arraycopy(row, 0, pixels, y * width, width);
    }
    return true;
  }

  private boolean passes() throws Malformed {
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

  private boolean read(int count) {
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
