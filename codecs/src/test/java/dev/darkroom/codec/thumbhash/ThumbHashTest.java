package dev.darkroom.codec.thumbhash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbHashTest {
  private static final int WIDTH = 40;
  private static final int HEIGHT = 30;

  @ParameterizedTest
  @ValueSource(ints = {0xff000000, 0xffffffff, 0xffc83c28, 0xff1e78c8, 0xff808080})
  void theHeaderHoldsTheMeanColor(int argb) {
    int[] pixels = new int[WIDTH * HEIGHT];
    Arrays.fill(pixels, argb);

    double[] rgb = mean(ThumbHash.of(pixels, WIDTH, HEIGHT));

    for (int c = 0; c < 3; c++) {
      assertThat(rgb[c] * 255).isCloseTo((argb >> (16 - 8 * c)) & 0xff, within(9.0));
    }
  }

  @Test
  void theFirstFrequencyTellsWhichSideIsBright() {
    byte[] darkLeft = ThumbHash.of(ramp(false), WIDTH, HEIGHT);
    byte[] darkRight = ThumbHash.of(ramp(true), WIDTH, HEIGHT);

    // A positive cosine is bright on the left: above the middle of 0 to 15.
    assertThat(darkLeft[5] & 15).isZero();
    assertThat(darkRight[5] & 15).isEqualTo(15);
  }

  @Test
  void shapeAndAlphaAreTold() {
    int[] opaque = ramp(false);
    int[] half = opaque.clone();
    Arrays.fill(half, 0, half.length / 2, 0);

    assertThat(isLandscape(ThumbHash.of(opaque, WIDTH, HEIGHT))).isTrue();
    assertThat(isLandscape(ThumbHash.of(opaque, HEIGHT, WIDTH))).isFalse();
    assertThat(hasAlpha(ThumbHash.of(opaque, WIDTH, HEIGHT))).isFalse();
    assertThat(hasAlpha(ThumbHash.of(half, WIDTH, HEIGHT))).isTrue();
  }

  @Test
  void whatIsTransparentDoesNotDarkenTheMean() {
    int[] pixels = new int[WIDTH * HEIGHT];
    Arrays.fill(pixels, pixels.length / 2, pixels.length, 0xffffffff);

    assertThat(mean(ThumbHash.of(pixels, WIDTH, HEIGHT))[0]).isCloseTo(1, within(0.05));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 50, 100})
  void aHashIsShortWhateverTheShape(int height) {
    assertThat(ThumbHash.of(new int[100 * height], 100, height).length).isBetween(5, 32);
    assertThat(ThumbHash.of(new int[100 * height], height, 100).length).isBetween(5, 32);
  }

  @Test
  void largerPicturesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> ThumbHash.of(new int[101], 101, 1));
  }

  private static int[] ramp(boolean mirrored) {
    int[] pixels = new int[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      int x = mirrored ? WIDTH - 1 - i % WIDTH : i % WIDTH;
      pixels[i] = 0xff000000 | 0x010101 * (x * 255 / (WIDTH - 1));
    }
    return pixels;
  }

  private static int header(byte[] hash) {
    return (hash[0] & 0xff) | (hash[1] & 0xff) << 8 | (hash[2] & 0xff) << 16;
  }

  private static double[] mean(byte[] hash) {
    int header = header(hash);
    double l = (header & 63) / 63.0;
    double p = ((header >> 6) & 63) / 31.5 - 1;
    double q = ((header >> 12) & 63) / 31.5 - 1;
    double blue = l - 2.0 / 3 * p;
    double red = (3 * l - blue + q) / 2;
    return new double[] {red, red - q, blue};
  }

  private static boolean hasAlpha(byte[] hash) {
    return (header(hash) >> 23 & 1) == 1;
  }

  private static boolean isLandscape(byte[] hash) {
    return (hash[4] & 0x80) != 0;
  }
}
