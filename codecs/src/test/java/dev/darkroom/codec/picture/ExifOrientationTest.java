package dev.darkroom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExifOrientationTest {
  /** Each is how an F of three rows is stored, "X." and the like, read row by row. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, 1 2 3 4 5 6",
    "2, 2, 2 1 4 3 6 5",
    "3, 2, 6 5 4 3 2 1",
    "4, 2, 5 6 3 4 1 2",
    "5, 3, 1 3 5 2 4 6",
    "6, 3, 2 4 6 1 3 5",
    "7, 3, 6 4 2 5 3 1",
    "8, 3, 5 3 1 6 4 2"
  })
  void everyOrientationIsSeenTheSame(int orientation, int width, String stored) {
    int[] pixels = java.util.Arrays.stream(stored.split(" ")).mapToInt(Integer::parseInt).toArray();

    Bitmap upright =
        ExifOrientation.upright(new Bitmap(pixels, width, 6 / width, true), orientation);

    assertThat(upright.width()).isEqualTo(2);
    assertThat(upright.height()).isEqualTo(3);
    assertThat(upright.pixels()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void picturesLargerThanATileAreTurnedWhole() {
    int[] pixels = new int[100 * 70];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i;
    }
    Bitmap picture = new Bitmap(pixels, 100, 70, false);

    Bitmap once = ExifOrientation.upright(picture, 6);
    assertThat(once.pixels()[69]).isZero();
    assertThat(ExifOrientation.upright(once, 8).pixels()).isEqualTo(pixels);
    assertThat(ExifOrientation.upright(ExifOrientation.upright(picture, 7), 7).pixels())
        .isEqualTo(pixels);
  }

  @Test
  void thereAreEightOrientations() {
    Bitmap dot = new Bitmap(new int[1], 1, 1, true);

    assertThatIllegalArgumentException().isThrownBy(() -> ExifOrientation.upright(dot, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> ExifOrientation.upright(dot, 9));
  }
}
