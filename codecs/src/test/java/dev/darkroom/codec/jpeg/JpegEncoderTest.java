package dev.darkroom.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.picture.Plane;
import dev.darkroom.codec.picture.RgbPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against ImageIO's decoder, which is libjpeg. */
class JpegEncoderTest {
  @ParameterizedTest
  @CsvSource({"64, 64", "320, 180", "1, 1", "17, 33", "16, 8", "255, 1"})
  void comesOutAsItWentIn(int width, int height) throws IOException {
    RgbPicture picture = scene(width, height);

    assertThat(psnr(picture, decoded(new JpegEncoder(92).encode(picture))))
        .isGreaterThanOrEqualTo(35);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50, 75, 100})
  void everyQualityCanBeDecoded(int quality) throws IOException {
    RgbPicture picture = noise(48, 40);

    BufferedImage decoded = decoded(new JpegEncoder(quality).encode(picture));

    assertThat(decoded.getWidth()).isEqualTo(48);
    assertThat(decoded.getHeight()).isEqualTo(40);
  }

  @Test
  void betterQualityIsNearerAndLarger() throws IOException {
    RgbPicture picture = scene(320, 180);
    byte[] good = new JpegEncoder(90).encode(picture);
    byte[] small = new JpegEncoder(40).encode(picture);

    assertThat(small.length).isLessThan(good.length);
    assertThat(psnr(picture, decoded(small))).isLessThan(psnr(picture, decoded(good)));
  }

  @Test
  void theSamePictureGivesTheSameBytes() {
    assertThat(new JpegEncoder(80).encode(scene(50, 50)))
        .isEqualTo(new JpegEncoder(80).encode(scene(50, 50)));
  }

  /** Black and white squares at the finest pitch: the largest coefficients there are. */
  @Test
  void extremesStayWithinTheTables() throws IOException {
    byte[] samples = new byte[64 * 64];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ((i / 64 + i) % 2 == 0 ? 0 : 255);
    }
    var plane = new Plane(samples, 64, 64);
    var picture = new RgbPicture(plane, plane, plane);

    assertThat(psnr(picture, decoded(new JpegEncoder(100).encode(picture)))).isGreaterThan(40);
  }

  private static RgbPicture scene(int width, int height) {
    byte[][] planes = new byte[3][width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        double wave = Math.sin(x / 9.0) * Math.cos(y / 7.0);
        planes[0][i] = (byte) (128 + 100 * wave);
        planes[1][i] = (byte) (x * 200 / width + 20);
        planes[2][i] = (byte) (y * 200 / height + 20);
      }
    }
    return picture(planes, width, height);
  }

  private static RgbPicture noise(int width, int height) {
    byte[][] planes = new byte[3][width * height];
    var random = new Random(1);
    for (byte[] plane : planes) {
      random.nextBytes(plane);
    }
    return picture(planes, width, height);
  }

  private static RgbPicture picture(byte[][] planes, int width, int height) {
    return new RgbPicture(
        new Plane(planes[0], width, height),
        new Plane(planes[1], width, height),
        new Plane(planes[2], width, height));
  }

  private static BufferedImage decoded(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private static double psnr(RgbPicture expected, BufferedImage actual) {
    double squares = 0;
    for (int y = 0; y < expected.height(); y++) {
      for (int x = 0; x < expected.width(); x++) {
        int rgb = actual.getRGB(x, y);
        squares += Math.pow((rgb >> 16 & 0xff) - expected.r().at(x, y), 2);
        squares += Math.pow((rgb >> 8 & 0xff) - expected.g().at(x, y), 2);
        squares += Math.pow((rgb & 0xff) - expected.b().at(x, y), 2);
      }
    }
    double mean = squares / (3.0 * expected.width() * expected.height());
    return mean == 0 ? 99 : 10 * Math.log10(255 * 255 / mean);
  }
}
