package dev.darkroom.codec.png;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.TimeLimit;
import dev.darkroom.codec.picture.Bitmap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngEncoderTest {
  @ParameterizedTest
  @CsvSource({"1, 1, true", "1, 1, false", "257, 3, true", "3, 257, false", "640, 480, false"})
  void everyPixelComesBack(int width, int height, boolean opaque) throws Exception {
    int[] pixels = picture(width, height, opaque);

    BufferedImage read =
        ImageIO.read(
            new ByteArrayInputStream(PngEncoder.encode(new Bitmap(pixels, width, height, opaque))));

    assertThat(read.getColorModel().hasAlpha()).isEqualTo(!opaque);
    assertThat(read.getRGB(0, 0, width, height, null, 0, width)).isEqualTo(pixels);
  }

  @Test
  void alphaBitsOfOpaquePicturesMeanNothing() throws Exception {
    byte[] file = PngEncoder.encode(new Bitmap(new int[] {0x00102030}, 1, 1, true));

    assertThat(ImageIO.read(new ByteArrayInputStream(file)).getRGB(0, 0)).isEqualTo(0xff102030);
  }

  @Test
  void itIsNoLargerThanTheJdksAndTheSameEachTime() throws Exception {
    int[] pixels = picture(640, 480, true);
    var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, 640, 480, pixels, 0, 640);
    var theirs = new ByteArrayOutputStream();
    ImageIO.write(image, "png", theirs);

    byte[] ours = PngEncoder.encode(new Bitmap(pixels, 640, 480, true));

    assertThat(ours).hasSizeLessThanOrEqualTo(theirs.size() * 101 / 100);
    assertThat(PngEncoder.encode(new Bitmap(pixels, 640, 480, true))).isEqualTo(ours);
  }

  /** The smoother a line, the likelier it is predicted; what was predicted has to come back. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 20, 255})
  void linesOfAnySmoothnessComeBack(int noise) throws Exception {
    var random = new Random(noise);
    int[] pixels = new int[61 * 200];
    int[] sample = new int[4];
    for (int i = 0; i < pixels.length; i++) {
      for (int channel = 0; channel < 4; channel++) {
        int shift = 8 * channel;
        boolean left = i < 61 || random.nextBoolean();
        int near = left ? sample[channel] : pixels[i - 61] >> shift;
        sample[channel] = (near + random.nextInt(noise + 1) - noise / 2) & 0xff;
        pixels[i] |= sample[channel] << shift;
      }
    }

    byte[] file = PngEncoder.encode(new Bitmap(pixels, 61, 200, false));

    BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(read.getRGB(0, 0, 61, 200, null, 0, 61)).isEqualTo(pixels);
    assertThat(PngDecoder.decode(file, 61, 200, TimeLimit.NONE).bitmap().pixels())
        .isEqualTo(pixels);
  }

  /** Soft colors with a little noise. */
  private static int[] picture(int width, int height, boolean opaque) {
    var random = new Random(3);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      int red = (int) (128 + 100 * Math.sin(x / 40.0)) + random.nextInt(3);
      int green = (int) (128 + 100 * Math.cos(y / 30.0)) + random.nextInt(3);
      int blue = (x + y) / 8 & 0xff;
      int alpha = opaque ? 255 : x * 255 / width;
      pixels[i] = alpha << 24 | red << 16 | green << 8 | blue;
    }
    return pixels;
  }
}
