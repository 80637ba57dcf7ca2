package dev.darkroom.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Draws a 12-megapixel JPEG of about 3 MB, the same in every run. Its smooth surfaces, edges and
 * sensor noise make it as expensive to decode as a phone's photo.
 */
final class TestPhoto {
  static final int WIDTH = 4000;
  static final int HEIGHT = 3000;
  private static final float QUALITY = 0.9f;
  private static final double NOISE = 5;

  private TestPhoto() {}

  static byte[] jpeg() {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var sink = ImageIO.createImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(sink);
      writer.write(null, new IIOImage(pixels(), null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  private static BufferedImage pixels() {
    var random = new Random(1);
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double waves = Math.sin(x / 90.0) * Math.cos(y / 70.0);
        int edge = (x / 250 + y / 250) % 2 == 0 ? 25 : 0;
        double noise = random.nextGaussian() * NOISE;
        int red = level(120 + 70 * waves + edge + noise);
        int green = level(110 + 60 * Math.sin((x + y) / 130.0) + edge + noise);
        int blue = level(140 + 50 * waves - edge + noise);
        row[x] = red << 16 | green << 8 | blue;
      }
      picture.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
    }
    return picture;
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
