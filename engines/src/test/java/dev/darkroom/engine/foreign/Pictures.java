package dev.darkroom.engine.foreign;

import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Makes pictures, decodes them with ImageIO, and measures how far two are apart. */
final class Pictures {
  private Pictures() {}

  /** Draws slopes, edges and some noise, which codecs treat like a photo. */
  static Bitmap photo(int width, int height) {
    var random = new Random(width * 31L + height);
    int[] pixels = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double wave = 60 * Math.sin(x / 17.0) * Math.cos(y / 23.0);
        int edge = (x / 40 + y / 30) % 2 == 0 ? 25 : -25;
        int noise = random.nextInt(7) - 3;
        int r = clamp(128 + wave + edge + noise);
        int g = clamp(110 + wave / 2 + edge + noise + 40.0 * x / width);
        int b = clamp(140 - wave + noise + 50.0 * y / height);
        pixels[y * width + x] = 0xff000000 | (r << 16) | (g << 8) | b;
      }
    }
    return new Bitmap(pixels, width, height, true);
  }

  /** Draws a photo that fades from left to right and has a hole. */
  static Bitmap fading(int width, int height) {
    Bitmap photo = photo(width, height);
    int[] pixels = photo.pixels();
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      boolean hole = Math.hypot(x - width / 2.0, y - height / 2.0) < width / 5.0;
      int alpha = hole ? 0 : 255 - 200 * x / width;
      pixels[i] = (pixels[i] & 0xffffff) | (alpha << 24);
    }
    return new Bitmap(pixels, width, height, false);
  }

  private static int clamp(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }

  static Bitmap byImageIo(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = new int[width * height];
    if (image.getRaster().getNumBands() == 1) {
      // getRGB would convert from linear gray.
      int[] gray = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = 0xff000000 | gray[i] * 0x010101;
      }
    } else {
      image.getRGB(0, 0, width, height, pixels, 0, width);
    }
    return new Bitmap(pixels, width, height, true);
  }

  static BufferedImage image(Bitmap bitmap) {
    var image =
        new BufferedImage(
            bitmap.width(),
            bitmap.height(),
            bitmap.opaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, bitmap.width(), bitmap.height(), bitmap.pixels(), 0, bitmap.width());
    return image;
  }

  static byte[] png(Bitmap bitmap) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image(bitmap), "png", out);
    return out.toByteArray();
  }

  static byte[] grayJpeg(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    int[] samples = photo(width, height).pixels().clone();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (samples[i] >> 8) & 0xff;
    }
    image.getRaster().setSamples(0, 0, width, height, 0, samples);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(0.9f);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Returns the PSNR over red, green and blue, in decibels; infinite for equal pictures. */
  static double psnr(Bitmap one, Bitmap other) {
    if (one.width() != other.width() || one.height() != other.height()) {
      throw new AssertionError(
          "%d×%d and %d×%d".formatted(one.width(), one.height(), other.width(), other.height()));
    }
    double sum = 0;
    for (int i = 0; i < one.pixels().length; i++) {
      int a = one.pixels()[i];
      int b = other.pixels()[i];
      for (int shift = 0; shift <= 16; shift += 8) {
        int difference = ((a >> shift) & 0xff) - ((b >> shift) & 0xff);
        sum += difference * difference;
      }
    }
    return 10 * Math.log10(255.0 * 255 / (sum / (3.0 * one.pixels().length)));
  }

  /** Shrinks a picture: each pixel is the mean of a square. */
  static Bitmap averaged(Bitmap from, int reduction) {
    int width = Math.ceilDiv(from.width(), reduction);
    int height = Math.ceilDiv(from.height(), reduction);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int left = i % width * reduction;
      int top = i / width * reduction;
      int right = Math.min(left + reduction, from.width());
      int bottom = Math.min(top + reduction, from.height());
      int count = (right - left) * (bottom - top);
      for (int shift = 0; shift <= 16; shift += 8) {
        int sum = 0;
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            sum += (from.pixels()[y * from.width() + x] >> shift) & 0xff;
          }
        }
        pixels[i] |= ((sum + count / 2) / count) << shift;
      }
    }
    return new Bitmap(pixels, width, height, true);
  }

  static Bitmap picture(Decoding decoding) {
    if (decoding instanceof Decoding.Picture(Bitmap bitmap, boolean damaged) && !damaged) {
      return bitmap;
    }
    throw new AssertionError(decoding.toString());
  }
}
