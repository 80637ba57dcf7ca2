package dev.darkroom.codec.tiff;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.exif.TiffDirectory;
import dev.darkroom.codec.header.Alpha;
import org.jspecify.annotations.Nullable;

/**
 * How a directory's pixels are stored, as far as it can be decoded here.
 *
 * @param samples samples per pixel, those without a use included
 * @param bits bits per sample
 * @param planar whether each sample has strips or tiles of its own
 * @param alphaAt index of the sample that is alpha; -1 if there is none
 * @param blockWidth width of strips or tiles, in pixels
 * @param blockHeight height of strips or tiles, in pixels; the last strip may have less
 * @param subsamplingX how many pixels in a row share a pair of color differences
 */
record TiffLayout(
    int width,
    int height,
    Photometric photometric,
    Compression compression,
    SampleFormat format,
    int samples,
    int bits,
    boolean planar,
    int predictor,
    int alphaAt,
    Alpha alpha,
    boolean tiled,
    int blockWidth,
    int blockHeight,
    int subsamplingX,
    int subsamplingY) {
  private static final int IMAGE_WIDTH = 256;
  private static final int IMAGE_LENGTH = 257;
  private static final int BITS_PER_SAMPLE = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int PLANAR_CONFIGURATION = 284;
  private static final int PREDICTOR = 317;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_LENGTH = 323;
  private static final int INK_SET = 332;
  private static final int EXTRA_SAMPLES = 338;
  private static final int SAMPLE_FORMAT = 339;
  private static final int YCBCR_SUBSAMPLING = 530;

  private static final int ASSOCIATED = 1;
  private static final int UNASSOCIATED = 2;

  /** A file with more samples holds measurements, not a picture. */
  private static final int MAX_SAMPLES = 32;

  /** Longest side of a tile, in pixels. Most have 256 or 512. */
  private static final int MAX_TILE = 1 << 16;

  /** A layout, or what is not supported about it. */
  sealed interface Answer {
    record Decodable(TiffLayout layout) implements Answer {}

    /**
     * @param what in words that follow "with"
     */
    record Unsupported(String what) implements Answer {}
  }

  static Answer read(TiffDirectory directory) throws Malformed {
    int width = side(directory, IMAGE_WIDTH);
    int height = side(directory, IMAGE_LENGTH);
    long photometricCode = photometric(directory);
    Photometric photometric = Photometric.of((int) photometricCode);
    int compressionCode = (int) directory.number(COMPRESSION, 0, 1);
    Compression compression = Compression.of(compressionCode);
    int formatCode = (int) directory.number(SAMPLE_FORMAT, 0, 1);
    SampleFormat format = SampleFormat.of(formatCode);
    if (photometric == null) {
      return new Answer.Unsupported(Photometric.name((int) photometricCode));
    }
    if (compression == null) {
      return new Answer.Unsupported(Compression.name(compressionCode) + " compression");
    }
    if (format == null) {
      return new Answer.Unsupported(
          formatCode == 5 || formatCode == 6
              ? "complex samples"
              : "the sample format " + formatCode);
    }
    long samples = directory.number(SAMPLES_PER_PIXEL, 0, 1);
    if (samples < photometric.colors()) {
      throw new Malformed(0, "%d samples a pixel for %s".formatted(samples, photometric.model()));
    }
    if (samples > MAX_SAMPLES) {
      return new Answer.Unsupported("%,d samples a pixel".formatted(samples));
    }
    boolean tiled = directory.has(TILE_WIDTH);
    long blockWidth = tiled ? directory.number(TILE_WIDTH, 0, 0) : width;
    long blockHeight =
        tiled
            ? directory.number(TILE_LENGTH, 0, 0)
            : Math.min(height, directory.number(ROWS_PER_STRIP, 0, height));
    if (blockWidth <= 0 || blockHeight <= 0 || (tiled && blockWidth > MAX_TILE)) {
      throw new Malformed(0, "tiles or strips of %d×%d".formatted(blockWidth, blockHeight));
    }
    int alphaAt = alphaAt(directory, (int) samples, photometric.colors());
    boolean plain = photometric != Photometric.YCBCR || compression.isJpeg();
    var layout =
        new TiffLayout(
            width,
            height,
            photometric,
            compression,
            format,
            (int) samples,
            (int) directory.number(BITS_PER_SAMPLE, 0, 1),
            samples > 1 && directory.number(PLANAR_CONFIGURATION, 0, 1) == 2,
            compression.isPredicted()
                ? (int) directory.number(PREDICTOR, 0, Predictor.NONE)
                : Predictor.NONE,
            alphaAt,
            alpha(directory, alphaAt, photometric.colors()),
            tiled,
            (int) blockWidth,
            (int) Math.min(Integer.MAX_VALUE, blockHeight),
            plain ? 1 : (int) directory.number(YCBCR_SUBSAMPLING, 0, 2),
            plain ? 1 : (int) directory.number(YCBCR_SUBSAMPLING, 1, 2));
    String exotic = layout.exotic(directory);
    return exotic == null ? new Answer.Decodable(layout) : new Answer.Unsupported(exotic);
  }

  private static int side(TiffDirectory directory, int tag) throws Malformed {
    int pixels = directory.number(tag, 0);
    if (pixels <= 0) {
      throw new Malformed(0, "no width or height");
    }
    return pixels;
  }

  /** Writers that leave out the interpretation mean what the number of samples suggests. */
  private static long photometric(TiffDirectory directory) throws Malformed {
    long guess = directory.number(SAMPLES_PER_PIXEL, 0, 1) >= 3 ? 2 : 1;
    Compression compression = Compression.of((int) directory.number(COMPRESSION, 0, 1));
    boolean fax = compression != null && compression.isFax();
    return directory.number(PHOTOMETRIC, 0, fax ? 0 : guess);
  }

  /**
   * Finds alpha among the extra samples (section 18). One extra sample that the file says nothing
   * about is alpha, too.
   */
  private static int alphaAt(TiffDirectory directory, int samples, int colors) throws Malformed {
    if (!directory.has(EXTRA_SAMPLES)) {
      return samples == colors + 1 ? colors : -1;
    }
    for (int i = 0; i < samples - colors; i++) {
      long meaning = directory.number(EXTRA_SAMPLES, i, 0);
      if (meaning == ASSOCIATED || meaning == UNASSOCIATED) {
        return colors + i;
      }
    }
    return -1;
  }

  private static Alpha alpha(TiffDirectory directory, int alphaAt, int colors) throws Malformed {
    if (alphaAt < 0) {
      return Alpha.NONE;
    }
    long meaning = directory.number(EXTRA_SAMPLES, (long) alphaAt - colors, UNASSOCIATED);
    return meaning == ASSOCIATED ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
  }

  /** Names what is not supported; null if all is. */
  private @Nullable String exotic(TiffDirectory directory) throws Malformed {
    for (int i = 1; i < samples; i++) {
      if (directory.number(BITS_PER_SAMPLE, i, bits) != bits) {
        return "samples of different depths";
      }
      if (!sameFormat(directory, i)) {
        return "samples of different formats";
      }
    }
    boolean fits =
        switch (photometric) {
          case PALETTE -> format == SampleFormat.UNSIGNED && bits <= 16;
          case CIE_LAB, ICC_LAB -> format != SampleFormat.FLOAT && (bits == 8 || bits == 16);
          case YCBCR -> format == SampleFormat.UNSIGNED && bits == 8;
          case CMYK -> format != SampleFormat.SIGNED;
          default -> true;
        };
    boolean depth =
        compression.isFax()
            ? bits == 1 && samples == 1
            : !compression.isJpeg() || (bits == 8 && format == SampleFormat.UNSIGNED);
    if (!fits || !depth || !format.allows(bits)) {
      String kind = fits && depth ? "" : " in " + kind();
      return format.words(bits) + kind;
    }
    if (!Predictor.allows(predictor, bits, format)) {
      return "the predictor %d for %s".formatted(predictor, format.words(bits));
    }
    if (photometric == Photometric.CMYK && directory.number(INK_SET, 0, 1) != 1) {
      return "other printing inks than cyan, magenta, yellow and black";
    }
    if (isSubsampled() && (planar || bits != 8 || samples != 3 || predictor != Predictor.NONE)) {
      return "subsampled colors in this arrangement";
    }
    if (isSubsampled() && !(isFactor(subsamplingX) && isFactor(subsamplingY))) {
      throw new Malformed(0, "no valid subsampling");
    }
    return null;
  }

  /** Names what limits the depth. */
  private String kind() {
    return compression.isFax() || compression.isJpeg()
        ? compression + " compression"
        : photometric.model() + " colors";
  }

  private boolean sameFormat(TiffDirectory directory, int sample) throws Malformed {
    long code = directory.number(SAMPLE_FORMAT, sample, -1);
    return code < 0 || SampleFormat.of((int) code) == format;
  }

  private static boolean isFactor(int factor) {
    return factor == 1 || factor == 2 || factor == 4;
  }

  /** Returns how many strips or tiles there are in a row of them. */
  int across() {
    return (int) (((long) width + blockWidth - 1) / blockWidth);
  }

  /** Returns how many rows of strips or tiles there are. */
  int down() {
    return (int) (((long) height + blockHeight - 1) / blockHeight);
  }

  boolean isSubsampled() {
    return subsamplingX != 1 || subsamplingY != 1;
  }

  /** Returns the bytes of a row of a strip or tile, decompressed and not subsampled. */
  int rowBytes() throws Malformed {
    long bytes = ((long) blockWidth * samplesTogether() * bits + 7) / 8;
    if (bytes > Integer.MAX_VALUE) {
      throw new Malformed(0, "rows of more than 2 GB");
    }
    return (int) bytes;
  }

  /** Returns how many samples of a pixel lie side by side in a strip or tile. */
  int samplesTogether() {
    return planar ? 1 : samples;
  }
}
