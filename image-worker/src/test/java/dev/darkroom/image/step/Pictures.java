package dev.darkroom.image.step;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Makes small pictures for tests, and inspects pictures. */
public final class Pictures {
  private Pictures() {}

  /** Draws four fields of different colors, so that no turned or mirrored copy looks the same. */
  public static BufferedImage quarters(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    Color[] colors = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};
    for (int i = 0; i < 4; i++) {
      g.setColor(colors[i]);
      g.fillRect(i % 2 * width / 2, i / 2 * height / 2, width - width / 2, height - height / 2);
    }
    g.dispose();
    return image;
  }

  public static byte[] encode(BufferedImage image, String format) {
    try {
      var out = new ByteArrayOutputStream();
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static BufferedImage decode(byte[] bytes) {
    try {
      return ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Encodes a JPEG with Exif that holds an orientation only. */
  public static byte[] jpeg(BufferedImage image, int orientation) {
    byte[] plain = encode(image, "jpg");
    byte[] exif = exif(orientation);
    return ByteBuffer.allocate(plain.length + 4 + 6 + exif.length)
        .put(plain, 0, 2)
        .putShort((short) 0xffe1)
        .putShort((short) (2 + 6 + exif.length))
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(exif)
        .put(plain, 2, plain.length - 2)
        .array();
  }

  /** Encodes a PNG with an eXIf chunk after its IHDR. */
  public static byte[] png(BufferedImage image, int orientation) {
    return png(image, "eXIf", exif(orientation));
  }

  /** Adds a chunk to a PNG, after its IHDR. */
  public static byte[] png(BufferedImage image, String type, byte[] data) {
    byte[] plain = encode(image, "png");
    byte[] chunk = chunk(type, data);
    int ihdrEnd = 8 + 25;
    return ByteBuffer.allocate(plain.length + chunk.length)
        .put(plain, 0, ihdrEnd)
        .put(chunk)
        .put(plain, ihdrEnd, plain.length - ihdrEnd)
        .array();
  }

  /** Builds a black PNG of one bit per pixel, which is a small file at any size. */
  public static byte[] blackPng(int width, int height) {
    var pixels = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(pixels)) {
      byte[] row = new byte[1 + (width + 7) / 8];
      for (int y = 0; y < height; y++) {
        deflater.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 1).array();
    var out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex("89504e470d0a1a0a"));
    out.writeBytes(chunk("IHDR", header));
    out.writeBytes(chunk("IDAT", pixels.toByteArray()));
    out.writeBytes(chunk("IEND", new byte[0]));
    return out.toByteArray();
  }

  private static byte[] chunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(12 + data.length).putInt(data.length);
    chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    var crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + data.length);
    return chunk.putInt((int) crc.getValue()).array();
  }

  private static byte[] exif(int orientation) {
    byte[] exif =
        HexFormat.of().parseHex("4d4d002a0000000800010112000300000001000000000000" + "0000");
    exif[19] = (byte) orientation;
    return exif;
  }

  /** Returns the color in the middle of each quarter, row by row. */
  public static int[] corners(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    return new int[] {
      image.getRGB(w / 4, h / 4),
      image.getRGB(w * 3 / 4, h / 4),
      image.getRGB(w / 4, h * 3 / 4),
      image.getRGB(w * 3 / 4, h * 3 / 4)
    };
  }

  /** Returns the largest difference of a channel. */
  public static int difference(int a, int b) {
    int largest = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      largest = Math.max(largest, Math.abs((a >>> shift & 0xff) - (b >>> shift & 0xff)));
    }
    return largest;
  }
}
