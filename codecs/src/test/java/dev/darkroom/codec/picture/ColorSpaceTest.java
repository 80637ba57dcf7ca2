package dev.darkroom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codec.picture.YuvFrame.Yuv444;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColorSpaceTest {
  /** Red, green, blue, white, black, gray by the formulas of each recommendation. */
  @ParameterizedTest
  @CsvSource({
    "6, false,  81,  90, 240, 255, 0, 0",
    "6, false, 145,  54,  34, 0, 255, 0",
    "6, false,  41, 240, 110, 0, 0, 255",
    "1, false,  63, 102, 240, 255, 0, 0",
    "1, false, 173,  42,  26, 0, 255, 0",
    "1, false,  32, 240, 118, 0, 0, 255",
    "9, false,  74,  97, 240, 255, 0, 0",
    "1, false, 235, 128, 128, 255, 255, 255",
    "1, false,  16, 128, 128, 0, 0, 0",
    "1, true,   54,  99, 255, 255, 0, 0",
    "6, true,   76,  85, 255, 254, 0, 0",
    "6, true,  128, 128, 128, 128, 128, 128"
  })
  void givesTheColorsThatAreMeant(
      int matrix, boolean full, int y, int u, int v, int r, int g, int b) {
    RgbPicture rgb =
        new Yuv444(one(y), one(u), one(v), ColorSpace.of(matrix, full, 640, 480)).toRgb();

    assertThat(rgb.r().at(0, 0)).isCloseTo(r, within(2));
    assertThat(rgb.g().at(0, 0)).isCloseTo(g, within(2));
    assertThat(rgb.b().at(0, 0)).isCloseTo(b, within(2));
  }

  @Test
  void guessesBySizeWhereNothingIsSaid() {
    assertThat(ColorSpace.of(2, false, 640, 480)).isEqualTo(ColorSpace.of(6, false, 1, 1));
    assertThat(ColorSpace.of(2, false, 1080, 1920)).isEqualTo(ColorSpace.of(1, false, 1, 1));
  }

  private static Plane one(int sample) {
    return new Plane(new byte[] {(byte) sample}, 1, 1);
  }
}
