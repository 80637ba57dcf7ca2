package dev.darkroom.codec.icc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RgbColorsTest {
  private static final double[] P3 = {0.3127, 0.329, 0.68, 0.32, 0.265, 0.69, 0.15, 0.06};

  @Test
  void theCodePointsOfP3GiveTheColorsOfItsProfile() {
    int[] byProfile = new Random(1).ints(1000).toArray();
    int[] byCodePoints = byProfile.clone();
    if (IccProfile.parse(ProfileBuilder.displayP3().build()) instanceof IccProfile.Matrix p3) {
      p3.conversion().convert(byProfile, 0, 1000);
    }
    RgbColors.ofCodePoints(12, 13).orElseThrow().convert(byCodePoints, 0, 1000);

    for (int i = 0; i < 1000; i++) {
      for (int shift = 0; shift < 32; shift += 8) {
        int difference = (byProfile[i] >> shift & 0xff) - (byCodePoints[i] >> shift & 0xff);
        assertThat(difference).isBetween(-1, 1);
      }
    }
  }

  @Test
  void srgbAndWhatIsUnknownStaysAsItIs() {
    assertThat(RgbColors.ofCodePoints(1, 13)).isEmpty();
    assertThat(RgbColors.ofCodePoints(2, 2)).isEmpty();
    assertThat(RgbColors.ofCodePoints(99, 13)).isEmpty();
    assertThat(RgbColors.ofCodePoints(12, 99)).isEmpty();
    assertThat(RgbColors.calibrated(1 / 2.2, new double[8])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 8, 9, 11, 12, 22})
  void whiteStaysWhiteInEverySpace(int primaries) {
    int[] pixels = {0xffffffff, 0xff000000};
    RgbColors.ofCodePoints(primaries, 4).orElseThrow().convert(pixels, 0, 2);

    assertThat(pixels).containsExactly(0xffffffff, 0xff000000);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 18})
  void highlightsArePressedIntoRangeAndStayInOrder(int transfer) {
    int[] ramp = new int[256];
    for (int i = 0; i < 256; i++) {
      ramp[i] = i * 0x010101;
    }
    RgbColors.ofCodePoints(9, transfer).orElseThrow().convert(ramp, 0, 256);

    for (int i = 1; i < 256; i++) {
      assertThat(ramp[i] & 0xff).isGreaterThanOrEqualTo(ramp[i - 1] & 0xff);
    }
    assertThat(ramp[255] & 0xff).isEqualTo(255);
    // Reference white, of 203 nits, is bright but leaves room above.
    assertThat(ramp[transfer == 16 ? 148 : 191] & 0xff).isBetween(205, 235);
  }

  @Test
  void figuresOfAPngGiveTheColorsTheyMean() {
    int[] pixels = {0xffc86432};
    int[] expected = pixels.clone();
    RgbColors.calibrated(1 / 2.2, P3).orElseThrow().convert(pixels, 0, 1);
    RgbColors.ofCodePoints(12, 4).orElseThrow().convert(expected, 0, 1);

    assertThat(pixels).isEqualTo(expected);
  }
}
