package dev.darkroom.codec.heif;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.codec.Tool;
import dev.darkroom.codec.picture.Bitmap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a real phone, and pictures to compare with. */
public final class HeifBytes {
  private static final Path PHONE = Path.of("../../shared/media/images/img_5195.heic");

  private HeifBytes() {}

  public static Path phone() {
    assumeTrue(Files.exists(PHONE), "no picture of a real phone beside the checkout");
    return PHONE;
  }

  /** Decodes a picture with ffmpeg. */
  public static Bitmap pixels(Path picture, int width, int height) throws Exception {
    byte[] bgra =
        Tool.needed("ffmpeg")
            .run(
                "-v",
                "error",
                "-i",
                picture.toString(),
                "-frames:v",
                "1",
                "-pix_fmt",
                "bgra",
                "-f",
                "rawvideo",
                "-");
    if (bgra.length != width * height * 4) {
      throw new IOException(bgra.length + " bytes for " + width + "×" + height);
    }
    int[] pixels = new int[width * height];
    java.nio.ByteBuffer.wrap(bgra)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .asIntBuffer()
        .get(pixels);
    return new Bitmap(pixels, width, height, false);
  }

  /** Peak signal-to-noise ratio over red, green, blue and alpha, in dB; 99 if equal. */
  public static double psnr(Bitmap a, Bitmap b) {
    double sum = 0;
    for (int i = 0; i < a.pixels().length; i++) {
      int p = a.opaque() ? a.pixels()[i] | 0xff000000 : a.pixels()[i];
      int q = b.pixels()[i];
      for (int shift = 0; shift < 32; shift += 8) {
        int difference = ((p >> shift) & 0xff) - ((q >> shift) & 0xff);
        sum += difference * difference;
      }
    }
    double mean = sum / (4.0 * a.pixels().length);
    return mean == 0 ? 99 : 10 * Math.log10(255 * 255 / mean);
  }

  /** Averages squares of pixels, at the edges the part of a square that exists. */
  public static Bitmap averaged(Bitmap of, int by, Bitmap sized) {
    int width = sized.width();
    int height = sized.height();
    int[] out = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int[] sums = new int[4];
        int count = 0;
        for (int v = y * by; v < Math.min(of.height(), (y + 1) * by); v++) {
          for (int u = x * by; u < Math.min(of.width(), (x + 1) * by); u++) {
            for (int c = 0; c < 4; c++) {
              sums[c] += (of.pixels()[v * of.width() + u] >> (8 * c)) & 0xff;
            }
            count++;
          }
        }
        for (int c = 0; c < 4; c++) {
          out[y * width + x] |= ((sums[c] + count / 2) / count) << (8 * c);
        }
      }
    }
    return new Bitmap(out, width, height, of.opaque());
  }
}
