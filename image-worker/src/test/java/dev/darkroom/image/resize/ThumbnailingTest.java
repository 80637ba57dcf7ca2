package dev.darkroom.image.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.codec.picture.Region;
import dev.darkroom.image.rendition.Fit;
import dev.darkroom.image.rendition.Focus;
import dev.darkroom.image.rendition.Target;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailingTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCropHoldsThePixelsThatOurResizerMakesOfThePart(boolean opaque) {
    Bitmap picture = noise(300, 200, opaque);

    Bitmap made =
        Thumbnailing.make(picture, new Target(Fit.COVER, 60, 60, 60, 60), new Focus(0.4, 0.5));

    assertThat(made.opaque()).isEqualTo(opaque);
    assertThat(made.pixels())
        .isEqualTo(LanczosResizer.resize(picture, new Region(20, 0, 200, 200), 60, 60).pixels());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPaddedPictureLiesInTheMiddleWithItsPixelsUnchanged(boolean opaque) {
    Bitmap picture = noise(7, 4, opaque);

    Bitmap made = Thumbnailing.make(picture, new Target(Fit.PAD, 7, 4, 10, 9), Focus.MIDDLE);

    assertThat(made.width()).isEqualTo(10);
    assertThat(made.height()).isEqualTo(9);
    int[] canvas = new int[90];
    Arrays.fill(canvas, opaque ? 0xffffffff : 0);
    for (int y = 0; y < 4; y++) {
      System.arraycopy(picture.pixels(), 7 * y, canvas, (2 + y) * 10 + 1, 7);
    }
    assertThat(made.pixels()).isEqualTo(canvas);
  }

  @Test
  void aPictureOfTheRightSizeIsNotTouched() {
    Bitmap picture = noise(30, 20, true);

    assertThat(Thumbnailing.make(picture, new Target(Fit.FIT, 30, 20, 30, 20), Focus.MIDDLE))
        .isSameAs(picture);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void imagesShareThePixels(boolean opaque) {
    Bitmap picture = noise(30, 20, opaque);

    BufferedImage image = Images.of(picture);

    assertThat(image.getType())
        .isEqualTo(opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    assertThat(Images.bitmap(image).pixels()).isSameAs(picture.pixels());
    assertThat(image.getRGB(29, 19) & 0xffffff).isEqualTo(picture.pixels()[599] & 0xffffff);
  }

  private static Bitmap noise(int width, int height, boolean opaque) {
    var random = new Random(5);
    int[] pixels = random.ints((long) width * height).toArray();
    if (opaque) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] |= 0xff000000;
      }
    }
    return new Bitmap(pixels, width, height, opaque);
  }
}
