package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.TimeLimit;
import dev.darkroom.codec.exif.TiffDirectory;
import dev.darkroom.codec.exif.TiffStructure;
import dev.darkroom.codec.header.Alpha;
import dev.darkroom.codec.header.Color;
import dev.darkroom.codec.picture.Bitmap;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the picture of a TIFF file, row by row, by the meaning of its samples.
 *
 * <p>It allocates an integer a pixel of the picture, and a few rows of a strip or tile; with a JPEG
 * inside, the samples of a whole strip or tile. Strips and tiles that are missing or damaged leave
 * their pixels transparent.
 */
public final class TiffDecoder {
  /** Broken strips or tiles after which the rest is not looked for. */
  private static final int MAX_FAULTS = 10_000;

  private static final int COLOR_MAP = 320;
  private static final int LEAST_VALUE = 340;
  private static final int LARGEST_VALUE = 341;

  private final TiffLayout layout;
  private final TiffBlocks blocks;
  private final TiffSamples samples;
  private final Predictor predictor;
  private final TimeLimit limit;
  private boolean damaged;
  private int rows;
  private @Nullable Malformed fault;

  private TiffDecoder(TiffLayout layout, TiffBlocks blocks, boolean littleEndian, TimeLimit limit) {
    this.layout = layout;
    this.blocks = blocks;
    this.samples = new TiffSamples(layout.format(), layout.bits(), littleEndian);
    this.predictor = new Predictor(layout.predictor(), layout.bits(), littleEndian);
    this.limit = limit;
  }

  /** Takes the rows of strips and tiles, plane by plane. */
  @FunctionalInterface
  private interface RowUse {
    /**
     * @param plane index of the first sample in the row
     * @param count pixels in the row
     * @param left column of the first pixel; {@code y} is its row
     */
    void row(byte[] row, int plane, int count, int left, int y);
  }

  /**
   * Decodes a file as far as it goes.
   *
   * @param width in pixels, as the caller read it from the header, and decided to decode
   * @param limit checked at each row
   * @throws Malformed if not even a row can be decoded
   * @throws IOException if the port cannot decode a JPEG inside
   */
  public static TiffPicture decode(
      byte[] file, int width, int height, TiffPort port, TimeLimit limit)
      throws Malformed, IOException {
    TiffStructure tiff = TiffStructure.open(new Head(file, true));
    TiffDirectory directory = TiffPages.read(tiff).picture();
    if (!(TiffLayout.read(directory) instanceof TiffLayout.Answer.Decodable(var layout))
        || layout.width() != width
        || layout.height() != height) {
      throw new Malformed(0, "not %d×%d readable pixels".formatted(width, height));
    }
    var blocks = new TiffBlocks(file, directory, layout, port);
    var decoder = new TiffDecoder(layout, blocks, tiff.littleEndian(), limit);
    return decoder.decode(directory, port);
  }

  private TiffPicture decode(TiffDirectory directory, TiffPort port) throws Malformed, IOException {
    TiffColors colors = colors(directory, port);
    boolean ranged =
        layout.format() != SampleFormat.UNSIGNED && layout.photometric().model() != Color.Model.LAB;
    SampleRange range = ranged ? range(directory) : null;
    int[] pixels = new int[Math.multiplyExact(layout.width(), layout.height())];
    int together = layout.samplesTogether();
    int[] levels = new int[Math.multiplyExact(layout.samples(), layout.blockWidth())];
    int last = lastPlane();
    walk(
        (row, plane, count, left, y) -> {
          int step = layout.planar() ? layout.samples() : 1;
          if (range == null) {
            samples.levels(row, count * together, levels, plane, step);
          } else {
            samples.levels(row, count * together, levels, plane, step, range);
          }
          if (!layout.planar() || plane == last) {
            colors.convert(levels, count, pixels, y * layout.width() + left);
          }
        });
    if (rows == 0) {
      throw fault == null ? new Malformed(0, "no row of pixels") : fault;
    }
    int alphas = -1;
    for (int pixel : pixels) {
      alphas &= pixel;
    }
    return new TiffPicture(
        new Bitmap(pixels, layout.width(), layout.height(), alphas >>> 24 == 0xff),
        damaged || blocks.damaged());
  }

  private void walk(RowUse use) throws IOException {
    damaged = false;
    rows = 0;
    int faults = 0;
    for (int y = 0; y < layout.down() && faults < MAX_FAULTS; y++) {
      for (int x = 0; x < layout.across() && faults < MAX_FAULTS; x++) {
        limit.check();
        try {
          block(x, y, use);
        } catch (Malformed e) {
          damaged = true;
          fault = fault == null ? e : fault;
          faults++;
        }
      }
    }
  }

  /** Decodes a strip or tile, or as many of them as there are planes. */
  private void block(int x, int y, RowUse use) throws Malformed, IOException {
    int left = x * layout.blockWidth();
    int top = y * layout.blockHeight();
    int columns = Math.min(layout.blockWidth(), layout.width() - left);
    int bottom = (int) Math.min((long) top + layout.blockHeight(), layout.height());
    int last = lastPlane();
    InputStream[] planes = new InputStream[last + 1];
    try {
      for (int plane = 0; plane <= last; plane++) {
        planes[plane] = blocks.open(((long) plane * layout.down() + y) * layout.across() + x);
      }
      byte[] row = new byte[layout.rowBytes()];
      for (int line = top; line < bottom; line++) {
        limit.check();
        for (int plane = 0; plane <= last; plane++) {
          if (planes[plane] == null || !read(planes[plane], row)) {
            return;
          }
          use.row(row, plane, columns, left, line);
        }
        rows++;
      }
    } finally {
      // An inflater holds native memory, which no collection would give back in time.
      for (InputStream plane : planes) {
        if (plane != null) {
          plane.close();
        }
      }
    }
  }

  /** Reads a row; false if it is not whole. */
  private boolean read(InputStream in, byte[] row) {
    boolean whole;
    try {
      whole = in.readNBytes(row, 0, row.length) == row.length;
    } catch (IOException e) {
      whole = false;
    }
    if (whole) {
      predictor.undo(row, layout.samplesTogether());
    }
    damaged |= !whole;
    return whole;
  }

  /** Returns the last plane that is needed. */
  private int lastPlane() {
    return layout.planar() ? Math.max(layout.photometric().colors() - 1, layout.alphaAt()) : 0;
  }

  /** Finds the range of signed and floating-point samples, from the file or from all samples. */
  private SampleRange range(TiffDirectory directory) throws IOException {
    double low = number(directory, LEAST_VALUE);
    double high = number(directory, LARGEST_VALUE);
    if (low < high) {
      return new SampleRange(low, high);
    }
    double[] found = {0, 0};
    walk(
        (row, plane, count, left, y) -> {
          for (int i = 0; i < count * layout.samplesTogether(); i++) {
            double value = samples.value(row, i);
            found[0] = value < found[0] ? value : found[0];
            found[1] = value > found[1] ? value : found[1];
          }
        });
    return layout.format() == SampleFormat.SIGNED
        ? SampleRange.signed(layout.bits(), found[0], found[1])
        : SampleRange.floats(found[1]);
  }

  private static double number(TiffDirectory directory, int tag) {
    try {
      return directory.real(tag, 0, Double.NaN);
    } catch (Malformed e) {
      return Double.NaN;
    }
  }

  private TiffColors colors(TiffDirectory directory, TiffPort port) throws Malformed {
    int count = layout.samples();
    TiffColors colors =
        switch (layout.photometric()) {
          case WHITE_IS_ZERO -> TiffColors.gray(count, true);
          case BLACK_IS_ZERO -> TiffColors.gray(count, false);
          case RGB -> TiffColors.rgb(count);
          case PALETTE -> TiffColors.palette(count, palette(directory));
          case CMYK -> TiffColors.inks(count, port);
          case YCBCR -> new YccColors(directory, count);
          case CIE_LAB -> new LabColors(count, layout.bits(), false);
          case ICC_LAB -> new LabColors(count, layout.bits(), true);
        };
    if (layout.alphaAt() < 0) {
      return colors;
    }
    TiffColors faded = colors.withAlpha(count, layout.alphaAt());
    boolean light =
        switch (layout.photometric()) {
          case WHITE_IS_ZERO, BLACK_IS_ZERO, RGB -> true;
          case PALETTE, CMYK, YCBCR, CIE_LAB, ICC_LAB -> false;
        };
    return light && layout.alpha() == Alpha.PREMULTIPLIED
        ? faded.associated(count, layout.photometric().colors(), layout.alphaAt())
        : faded;
  }

  /** "ColorMap": all reds, then greens, then blues, of 16 bits; some writers use 8 of them. */
  private int[] palette(TiffDirectory directory) throws Malformed {
    int size = 1 << layout.bits();
    if (directory.count(COLOR_MAP) < 3L * size) {
      throw new Malformed(0, "no color map for %d bits".formatted(layout.bits()));
    }
    long most = 0;
    for (int i = 0; i < 3 * size; i++) {
      most = Math.max(most, directory.number(COLOR_MAP, i, 0));
    }
    int[] colors = new int[size];
    for (int i = 0; i < size; i++) {
      colors[i] = TiffColors.OPAQUE;
      for (int channel = 0; channel < 3; channel++) {
        long value = directory.number(COLOR_MAP, (long) channel * size + i, 0);
        long level = most < 256 ? value : (value * 255 + TiffSamples.FULL / 2) / TiffSamples.FULL;
        colors[i] |= (int) (level & 0xff) << (16 - 8 * channel);
      }
    }
    return colors;
  }
}
