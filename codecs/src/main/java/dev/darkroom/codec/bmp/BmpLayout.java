package dev.darkroom.codec.bmp;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Head;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * How a bitmap's pixels are stored: BITMAPCOREHEADER, BITMAPINFOHEADER and its successors (Windows
 * GDI, "Bitmap Header Types"), and the headers of OS/2 2.0, which share their first fields.
 *
 * @param header bytes of the header that follows the file header
 * @param topDown whether the first row is the topmost one
 * @param bits bits per pixel
 * @param red bits of a pixel that are red; likewise the others; 0 if there are none
 * @param colorsAt offset of the palette, in bytes
 * @param colors number of its entries
 * @param colorBytes bytes of an entry
 * @param pixelsAt offset of the pixels, in bytes
 */
record BmpLayout(
    int header,
    int width,
    int height,
    boolean topDown,
    int bits,
    Coding coding,
    int red,
    int green,
    int blue,
    int alpha,
    long colorsAt,
    int colors,
    int colorBytes,
    long pixelsAt) {
  private static final int FILE_HEADER = 14;
  private static final int CORE_HEADER = 12;
  private static final int INFO_HEADER = 40;
  private static final int INFO_HEADER_WITH_MASKS = 52;
  private static final int INFO_HEADER_WITH_ALPHA = 56;
  private static final int V4_HEADER = 108;
  private static final int V5_HEADER = 124;
  private static final int MASKS = FILE_HEADER + INFO_HEADER;

  /** How the pixels are coded. */
  enum Coding {
    PLAIN,
    RUNS_8,
    RUNS_4,
    /** OS/2 2.0. */
    RUNS_24,
    JPEG,
    PNG,
    HUFFMAN,
    UNKNOWN
  }

  static BmpLayout read(Head head) throws Malformed {
    long pixels = head.slice(10, 4).u32le();
    long header = head.slice(FILE_HEADER, 4).u32le();
    if (header == CORE_HEADER) {
      ByteReader in = head.slice(FILE_HEADER + 4, 8);
      return checked(header, in.u16le(), in.u16le(), in.skip(2).u16le(), 0, 0, head, pixels);
    }
    if (header < 16 || header > V5_HEADER) {
      throw new Malformed(FILE_HEADER, "no header has %,d bytes".formatted(header));
    }
    ByteReader in = head.slice(FILE_HEADER + 4, Math.min(header, INFO_HEADER) - 4);
    int width = in.i32le();
    int height = in.i32le();
    int bits = in.skip(2).u16le();
    int compression = in.remaining() < 4 ? 0 : in.i32le();
    long colors = in.remaining() < 16 ? 0 : in.skip(12).u32le();
    return checked(header, width, height, bits, compression, colors, head, pixels);
  }

  private static BmpLayout checked(
      long header,
      int width,
      int height,
      int bits,
      int compression,
      long colorsUsed,
      Head head,
      long pixels)
      throws Malformed {
    // biHeight is negative when the top row comes first.
    if (width <= 0 || height == 0 || height == Integer.MIN_VALUE) {
      throw new Malformed(FILE_HEADER + 4, "no valid width or height");
    }
    boolean windows = isWindows(header);
    boolean masked = windows && (compression == 3 || compression == 6);
    boolean inHeader = header >= INFO_HEADER_WITH_MASKS;
    boolean alpha = masked && (header >= INFO_HEADER_WITH_ALPHA || compression == 6);
    int maskBytes = !masked || inHeader ? 0 : compression == 6 ? 16 : 12;
    int[] masks = masked ? masks(head, alpha) : defaults(bits);
    int colorBytes = header == CORE_HEADER ? 3 : 4;
    long colorsAt = FILE_HEADER + header + maskBytes;
    long most = bits <= 8 ? 1L << Math.max(0, bits) : 0;
    long colors = colorsUsed == 0 ? most : colorsUsed;
    if (pixels >= colorsAt) {
      // Programs write fewer colors than they say, and pixels follow at once.
      colors = Math.min(colors, (pixels - colorsAt) / colorBytes);
    }
    return new BmpLayout(
        (int) header,
        width,
        Math.abs(height),
        height < 0,
        bits,
        coding(compression, windows, masked),
        masks[0],
        masks[1],
        masks[2],
        masks[3],
        colorsAt,
        (int) Math.min(colors, most),
        colorBytes,
        pixels >= colorsAt ? pixels : colorsAt + colors * colorBytes);
  }

  private static boolean isWindows(long header) {
    return header == INFO_HEADER
        || header == INFO_HEADER_WITH_MASKS
        || header == INFO_HEADER_WITH_ALPHA
        || header == V4_HEADER
        || header == V5_HEADER;
  }

  private static Coding coding(int compression, boolean windows, boolean masked) {
    return switch (compression) {
      case 0 -> Coding.PLAIN;
      case 1 -> Coding.RUNS_8;
      case 2 -> Coding.RUNS_4;
      case 3, 6 -> masked ? Coding.PLAIN : compression == 3 ? Coding.HUFFMAN : Coding.UNKNOWN;
      case 4 -> windows ? Coding.JPEG : Coding.RUNS_24;
      case 5 -> Coding.PNG;
      default -> Coding.UNKNOWN;
    };
  }

  /** Masks follow the first 40 bytes of the header, within it or after it. */
  private static int[] masks(Head head, boolean alpha) throws Malformed {
    ByteReader in = head.slice(MASKS, alpha ? 16 : 12);
    return new int[] {in.i32le(), in.i32le(), in.i32le(), alpha ? in.i32le() : 0};
  }

  private static int[] defaults(int bits) {
    return bits == 16 ? new int[] {0x7c00, 0x3e0, 0x1f, 0} : new int[] {0xff0000, 0xff00, 0xff, 0};
  }

  /** Names what is not supported; null if all is. */
  @Nullable String exotic() {
    return switch (coding) {
      case JPEG -> "a JPEG inside";
      case PNG -> "a PNG inside";
      case HUFFMAN -> "Huffman codes";
      case UNKNOWN -> "an unknown compression";
      case RUNS_8 -> bits == 8 ? null : depth("run lengths of 8");
      case RUNS_4 -> bits == 4 ? null : depth("run lengths of 4");
      case RUNS_24 -> bits == 24 ? null : depth("run lengths of 24");
      case PLAIN ->
          switch (bits) {
            case 1, 2, 4, 8, 16, 24, 32 -> null;
            default -> bits + " bits a pixel";
          };
    };
  }

  private String depth(String coding) {
    return "%s bits for %d bits a pixel".formatted(coding, bits);
  }

  boolean isV5() {
    return header == V5_HEADER;
  }
}
