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
import javax.imageio.ImageIO;

/** Small pictures for tests, and what can be seen of them. */
public final class Pictures {
  private Pictures() {}

  /** Four fields of different colours: no turn or mirror of it looks the same. */
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

  /** A JPEG with an Exif segment that holds an orientation and nothing else. */
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

  /** A PNG with an eXIf chunk behind its IHDR; its CRC is left open, which decoders pass over. */
  public static byte[] png(BufferedImage image, int orientation) {
    byte[] plain = encode(image, "png");
    byte[] exif = exif(orientation);
    var crc = new java.util.zip.CRC32();
    byte[] type = "eXIf".getBytes(StandardCharsets.US_ASCII);
    crc.update(type);
    crc.update(exif);
    int ihdrEnd = 8 + 25;
    return ByteBuffer.allocate(plain.length + 12 + exif.length)
        .put(plain, 0, ihdrEnd)
        .putInt(exif.length)
        .put(type)
        .put(exif)
        .putInt((int) crc.getValue())
        .put(plain, ihdrEnd, plain.length - ihdrEnd)
        .array();
  }

  private static byte[] exif(int orientation) {
    byte[] exif =
        HexFormat.of().parseHex("4d4d002a0000000800010112000300000001000000000000" + "0000");
    exif[19] = (byte) orientation;
    return exif;
  }

  /** The colour in the middle of each quarter, row by row. */
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

  /** The largest difference of a channel. */
  public static int difference(int a, int b) {
    int largest = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      largest = Math.max(largest, Math.abs((a >>> shift & 0xff) - (b >>> shift & 0xff)));
    }
    return largest;
  }
}
