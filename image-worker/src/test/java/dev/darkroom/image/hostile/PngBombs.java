package dev.darkroom.image.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Builds PNGs (W3C PNG, third edition). */
public final class PngBombs {
  private static final String SIGNATURE = "89504e470d0a1a0a";
  private static final byte[] NOTHING = {};

  private PngBombs() {}

  /** Builds a complete picture of black pixels of one bit. */
  public static byte[] black(int width, int height) {
    long rows = (1L + (width + 7) / 8) * height;
    return file(header(width, height, 1, 0), chunk("IDAT", deflated(rows)));
  }

  /** Builds a picture of 10×10 with a chunk before its pixels that inflates to many zeroes. */
  public static byte[] swollen(String chunkType, String head, long zeroes) {
    byte[] data =
        Bytes.bigEndian()
            .bytes(head.getBytes(StandardCharsets.ISO_8859_1))
            .bytes(deflated(zeroes))
            .toByteArray();
    return file(
        header(10, 10, 8, 2), chunk(chunkType, data), chunk("IDAT", deflated(10 * (1 + 30))));
  }

  /** Builds a picture of 10×10 whose pixels inflate to far too many bytes. */
  public static byte[] overflowing(long zeroes) {
    return file(header(10, 10, 8, 2), chunk("IDAT", deflated(zeroes)));
  }

  /** Repeats a chunk that inflates to many zeroes, before the pixels of a picture of 10×10. */
  public static byte[] repeated(String chunkType, String head, long zeroes, int count) {
    byte[] data = Bytes.bigEndian().text(head).bytes(deflated(zeroes)).toByteArray();
    return file(
        header(10, 10, 8, 2),
        times(count, chunk(chunkType, data)),
        chunk("IDAT", deflated(10 * 31)));
  }

  /** Builds many chunks of Exif before the pixels. */
  public static byte[] repeatedExif(byte[] exif, int count) {
    return file(
        header(10, 10, 8, 2), times(count, chunk("eXIf", exif)), chunk("IDAT", deflated(10 * 31)));
  }

  /** Builds many empty chunks of pixels, with the pixels in the last one. */
  public static byte[] emptyData(int count) {
    return file(
        header(10, 10, 8, 2),
        times(count, chunk("IDAT", NOTHING)),
        chunk("IDAT", deflated(10 * 31)));
  }

  private static byte[] times(int count, byte[] chunk) {
    var out = Bytes.bigEndian();
    for (int i = 0; i < count; i++) {
      out.bytes(chunk);
    }
    return out.toByteArray();
  }

  /** Builds many empty text chunks before the pixels. */
  public static byte[] crowded(int chunks) {
    return file(
        header(10, 10, 8, 2),
        times(chunks, chunk("tEXt", new byte[] {'a', 0})),
        chunk("IDAT", deflated(10 * 31)));
  }

  /** Adds an eXIf chunk before the pixels. */
  public static byte[] withExif(byte[] exif) {
    return file(header(10, 10, 8, 2), chunk("eXIf", exif), chunk("IDAT", deflated(10 * 31)));
  }

  /** Corrects the checksums of a damaged file, as far as its chunks can be followed. */
  public static byte[] withChecksums(byte[] png) {
    byte[] mended = png.clone();
    for (int at = 8; at + 12 <= mended.length; ) {
      int length = number(mended, at);
      if (length < 0 || length > mended.length - at - 12) {
        break;
      }
      var crc = new CRC32();
      crc.update(mended, at + 4, 4 + length);
      byte[] sum = Bytes.bigEndian().u32(crc.getValue()).toByteArray();
      System.arraycopy(sum, 0, mended, at + 8 + length, 4);
      at += 12 + length;
    }
    return mended;
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  private static byte[] file(byte[]... chunks) {
    var out = Bytes.bigEndian().bytes(HexFormat.of().parseHex(SIGNATURE));
    for (byte[] chunk : chunks) {
      out.bytes(chunk);
    }
    return out.bytes(chunk("IEND", NOTHING)).toByteArray();
  }

  private static byte[] header(int width, int height, int depth, int colorType) {
    var data = Bytes.bigEndian().u32(width).u32(height).u8(depth, colorType, 0, 0, 0);
    return chunk("IHDR", data.toByteArray());
  }

  private static byte[] chunk(String type, byte[] data) {
    byte[] summed = Bytes.bigEndian().text(type).bytes(data).toByteArray();
    var crc = new CRC32();
    crc.update(summed);
    return Bytes.bigEndian().u32(data.length).bytes(summed).u32(crc.getValue()).toByteArray();
  }

  static byte[] deflated(long zeroes) {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var stream = new DeflaterOutputStream(out, deflater, 1 << 16)) {
      byte[] block = new byte[1 << 16];
      for (long left = zeroes; left > 0; left -= block.length) {
        stream.write(block, 0, (int) Math.min(left, block.length));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }
}
