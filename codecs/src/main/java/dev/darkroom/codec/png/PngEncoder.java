package dev.darkroom.codec.png;

import dev.darkroom.codec.picture.Bitmap;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes 8 bits a sample: RGB where every pixel is opaque, else RGBA. */
public final class PngEncoder {
  private static final byte[] SIGNATURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' // 5.2
  };
  private static final int TRUECOLOR = 2;
  private static final int TRUECOLOR_WITH_ALPHA = 6;

  /** A third of level 9's time for some 2 % more bytes. */
  private static final int LEVEL = 6;

  private PngEncoder() {}

  public static byte[] encode(Bitmap bitmap) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(bitmap));
      chunk(out, "IDAT", pixels(bitmap));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** 11.2.1. */
  private static byte[] header(Bitmap bitmap) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(bitmap.width());
    out.writeInt(bitmap.height());
    out.writeByte(8);
    out.writeByte(bitmap.opaque() ? TRUECOLOR : TRUECOLOR_WITH_ALPHA);
    out.write(new byte[3]); // deflated, filtered by line, not interlaced
    return bytes.toByteArray();
  }

  private static byte[] pixels(Bitmap bitmap) throws IOException {
    int pixel = bitmap.opaque() ? 3 : 4;
    int length = pixel * bitmap.width();
    var filter = new PngFilter(pixel, length);
    byte[] line = new byte[pixel + length];
    byte[] above = new byte[pixel + length];
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(LEVEL);
    try (var out = new DeflaterOutputStream(bytes, deflater, 64 * 1024)) {
      for (int y = 0; y < bitmap.height(); y++) {
        line(bitmap, y, line, pixel);
        out.write(filter.apply(line, above));
        byte[] free = above;
        above = line;
        line = free;
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  private static void line(Bitmap bitmap, int y, byte[] line, int pixel) {
    int from = y * bitmap.width();
    int at = pixel;
    for (int x = 0; x < bitmap.width(); x++) {
      int argb = bitmap.pixels()[from + x];
      line[at++] = (byte) (argb >> 16);
      line[at++] = (byte) (argb >> 8);
      line[at++] = (byte) argb;
      if (pixel == 4) {
        line[at++] = (byte) (argb >>> 24);
      }
    }
  }

  /** 5.3: length, type, data, CRC of the two last. */
  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
