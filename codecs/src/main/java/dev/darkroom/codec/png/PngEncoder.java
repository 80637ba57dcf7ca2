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

/** Writes PNGs of 8 bits a sample: RGB if every pixel is opaque, RGBA otherwise. */
public final class PngEncoder {
  private static final byte[] SIGNATURE = {
    (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' // 5.2
  };
  private static final int TRUECOLOR_MASK = 0xffffff00;

  /** Level 2 takes a sixth longer for 1.7 % fewer bytes. */
  private static final int LEVEL = 1;

  private static final int BUFFER = 64 * 1024;

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
    out.writeByte(bitmap.opaque() ? PngLayout.TRUECOLOR : PngLayout.TRUECOLOR_ALPHA);
    out.write(new byte[3]); // deflated, filtered by line, not interlaced
    return bytes.toByteArray();
  }

  private static byte[] pixels(Bitmap bitmap) throws IOException {
    int width = bitmap.width();
    int pixel = bitmap.opaque() ? 3 : 4;
    int mask = bitmap.opaque() ? TRUECOLOR_MASK : -1;
    var filter = new PngFilter(width);
    byte[] line = new byte[1 + pixel * width];
    var bytes = new ByteArrayOutputStream();
    var deflater = new Deflater(LEVEL);
    try (var out = new DeflaterOutputStream(bytes, deflater, BUFFER)) {
      for (int y = 0; y < bitmap.height(); y++) {
        PngFilter.Line filtered = filter.next(bitmap.pixels(), y * width, mask);
        line[0] = (byte) filtered.type();
        write(filtered.samples(), line, pixel);
        out.write(line);
      }
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /** Writes pixels as bytes after a line's filter type. */
  private static void write(int[] samples, byte[] line, int pixel) {
    int at = 1;
    for (int sample : samples) {
      line[at] = (byte) (sample >> 24);
      line[at + 1] = (byte) (sample >> 16);
      line[at + 2] = (byte) (sample >> 8);
      if (pixel == 4) {
        line[at + 3] = (byte) sample;
      }
      at += pixel;
    }
  }

  /** 5.3: length, type, data, and the CRC of the latter two. */
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
