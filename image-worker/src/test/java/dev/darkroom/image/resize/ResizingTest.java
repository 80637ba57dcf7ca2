package dev.darkroom.image.resize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.picture.LanczosResizer;
import dev.darkroom.codec.picture.Region;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResizingTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thumbnailatorGivesWhatOurResizerMakes(boolean opaque) {
    Bitmap picture = noise(300, 200, opaque);

    Bitmap made = Resizing.resize(picture, new Rectangle(31, 17, 120, 90), 60, 45);

    assertThat(made.opaque()).isEqualTo(opaque);
    assertThat(made.pixels())
        .isEqualTo(LanczosResizer.resize(picture, new Region(31, 17, 120, 90), 60, 45).pixels());
  }

  @Test
  void whatHasItsSizeAlreadyIsNotTouched() {
    Bitmap picture = noise(30, 20, true);

    assertThat(Resizing.resize(picture, 30, 20)).isSameAs(picture);
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
