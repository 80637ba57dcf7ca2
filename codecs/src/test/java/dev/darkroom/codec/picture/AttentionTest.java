package dev.darkroom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttentionTest {
  @ParameterizedTest
  @CsvSource({"10, 30", "90, 30", "110, 20", "60, 40"})
  void aFaceAtTheSideIsKept(int x, int y) {
    Bitmap picture = wall(128, 64);
    disc(picture, x, y, 9, 0xffc89070);

    Region crop = Attention.crop(picture, 1);

    assertThat(crop.width()).isEqualTo(64);
    assertThat(crop.height()).isEqualTo(64);
    assertThat(crop.x()).isBetween(Math.max(0.0, x + 9 - 64), Math.min(64.0, Math.max(0, x - 9)));
    assertThat(crop.y()).isZero();
  }

  @Test
  void detailIsKeptInATallPicture() {
    Bitmap picture = wall(60, 120);
    var random = new Random(3);
    for (int i = 0; i < 400; i++) {
      picture.pixels()[(90 + i / 20) * 60 + 20 + i % 20] = random.nextInt() | 0xff000000;
    }

    Region crop = Attention.crop(picture, 1);

    assertThat(crop.y()).isBetween(50.0, 60.0);
    assertThat(crop.x()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"128, 64, 1", "64, 128, 1", "100, 100, 1.5", "3, 1, 1", "1, 1, 1"})
  void aFlatPictureKeepsItsMiddle(int width, int height, double aspect) {
    Region crop = Attention.crop(wall(width, height), aspect);

    assertThat(crop.x()).isEqualTo((width - crop.width()) / 2);
    assertThat(crop.y()).isEqualTo((height - crop.height()) / 2);
    assertThat(crop.width() / crop.height()).isEqualTo(aspect);
  }

  private static Bitmap wall(int width, int height) {
    int[] pixels = new int[width * height];
    Arrays.fill(pixels, 0xff8090a0);
    return new Bitmap(pixels, width, height, true);
  }

  private static void disc(Bitmap picture, int x, int y, int radius, int pixel) {
    for (int i = 0; i < picture.pixels().length; i++) {
      if (Math.hypot(i % picture.width() - x, i / picture.width() - y) < radius) {
        picture.pixels()[i] = pixel;
      }
    }
  }
}
