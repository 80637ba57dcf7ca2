package dev.darkroom.it;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws a picture that keeps a worker busy for a while but fits into one request. */
final class SlowPhoto {
  private static final int WIDTH = 7000;
  private static final int HEIGHT = 5000;

  private SlowPhoto() {}

  static byte[] bytes() {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, (x * 255 / WIDTH) << 16 | (y * 255 / HEIGHT) << 8 | 0x40);
      }
    }
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpeg", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
