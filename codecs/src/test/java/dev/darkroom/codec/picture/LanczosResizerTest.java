package dev.darkroom.codec.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanczosResizerTest {
  @ParameterizedTest
  @CsvSource({
    "100, 80, 50, 40",
    "100, 80, 37, 61",
    "97, 103, 31, 29",
    "40, 30, 100, 75",
    "1, 64, 1, 20",
    "64, 1, 20, 1",
    "1, 1, 5, 7",
    "50, 40, 50, 40",
    "90, 200, 33, 65"
  })
  void everyPixelIsWithinALevelOfTheSlowWay(int w, int h, int width, int height) {
    Bitmap source = smooth(w, h, true);

    assertClose(
        LanczosResizer.resize(source, width, height),
        SlowLanczos.resize(source, Region.of(source), width, height));
  }

  @ParameterizedTest
  @CsvSource({"100, 80, 50, 40", "97, 103, 31, 29", "40, 30, 100, 75"})
  void pixelsOfAnyAlphaAreWithinALevelOfTheSlowWay(int w, int h, int width, int height) {
    Bitmap source = smooth(w, h, false);

    assertClose(
        LanczosResizer.resize(source, width, height),
        SlowLanczos.resize(source, Region.of(source), width, height));
  }

  @Test
  void aRegionIsWhatACutAfterScalingWouldBe() {
    Bitmap source = smooth(120, 90, true);
    var region = new Region(20.5, 11.25, 60, 45);

    assertClose(
        LanczosResizer.resize(source, region, 40, 30), SlowLanczos.resize(source, region, 40, 30));
  }

  @Test
  void noiseIsSharpenedAsTheKernelSaysAndClipped() {
    Bitmap source = noise(100, 80);

    assertClose(
        LanczosResizer.resize(source, 60, 48),
        SlowLanczos.resize(source, Region.of(source), 60, 48));
  }

  @ParameterizedTest
  @CsvSource({"640, 480, 32, 24", "1000, 37, 101, 3", "333, 777, 20, 50", "70, 900, 70, 20"})
  void oneColorStaysThat(int w, int h, int width, int height) {
    for (int pixel : new int[] {0xff123456, 0xffffffff, 0xff000000}) {
      int[] pixels = new int[w * h];
      Arrays.fill(pixels, pixel);

      assertThat(LanczosResizer.resize(new Bitmap(pixels, w, h, true), width, height).pixels())
          .containsOnly(pixel);
    }
  }

  @Test
  void farTooManyPixelsAreAveragedFirst() {
    Bitmap source = smooth(1200, 900, true);
    // What is left to the kernel is the average of squares of six.
    Bitmap boxed = new Bitmap(averaged(source, 6), 200, 150, true);

    assertClose(
        LanczosResizer.resize(source, 96, 72), SlowLanczos.resize(boxed, Region.of(boxed), 96, 72));
  }

  @Test
  void edgesToTransparencyHaveNoFringe() {
    int[] pixels = new int[200 * 200];
    for (int i = 0; i < pixels.length; i++) {
      boolean disc = Math.hypot(i % 200 - 100, i / 200 - 100) < 80;
      pixels[i] = disc ? 0xffffe0c0 : 0x00000000;
    }

    for (int edge : new int[] {90, 30}) {
      Bitmap small = LanczosResizer.resize(new Bitmap(pixels, 200, 200, false), edge, edge);
      for (int pixel : small.pixels()) {
        if (pixel >>> 24 > 16) {
          assertThat(pixel >> 16 & 0xff).isGreaterThan(250);
          assertThat(pixel >> 8 & 0xff).isBetween(220, 228);
        }
      }
      assertThat(small.pixels()[0]).isZero();
    }
  }

  private static int[] averaged(Bitmap source, int factor) {
    int width = source.width() / factor;
    int[] out = new int[width * (source.height() / factor)];
    for (int i = 0; i < out.length; i++) {
      int[] sums = new int[3];
      for (int j = 0; j < factor * factor; j++) {
        int x = i % width * factor + j % factor;
        int y = i / width * factor + j / factor;
        for (int c = 0; c < 3; c++) {
          sums[c] += source.pixels()[y * source.width() + x] >> (16 - 8 * c) & 0xff;
        }
      }
      for (int c = 0; c < 3; c++) {
        out[i] |= Math.round((float) sums[c] / factor / factor) << (16 - 8 * c);
      }
    }
    return out;
  }

  private static Bitmap smooth(int width, int height, boolean opaque) {
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % width;
      int y = i / width;
      int r = (int) (127 + 120 * Math.sin(x / 5.0 + y / 9.0));
      int g = (int) (127 + 120 * Math.sin(x / 11.0 - y / 4.0));
      int b = (int) (127 + 120 * Math.cos(x * y / 200.0));
      int a = opaque ? 0 : (int) (160 + 90 * Math.cos(x / 7.0 + y / 5.0));
      pixels[i] = a << 24 | r << 16 | g << 8 | b;
    }
    return new Bitmap(pixels, width, height, opaque);
  }

  private static Bitmap noise(int width, int height) {
    return new Bitmap(new Random(5).ints((long) width * height).toArray(), width, height, true);
  }

  private static void assertClose(Bitmap actual, Bitmap expected) {
    assertThat(actual.width()).isEqualTo(expected.width());
    assertThat(actual.opaque()).isEqualTo(expected.opaque());
    for (int i = 0; i < actual.pixels().length; i++) {
      int ours = actual.pixels()[i];
      int theirs = expected.pixels()[i];
      for (int shift = 0; shift < (expected.opaque() ? 24 : 32); shift += 8) {
        assertThat((ours >> shift & 0xff) - (theirs >> shift & 0xff))
            .as("pixel %d: %08x where %08x is right", i, ours, theirs)
            .isBetween(-1, 1);
      }
    }
  }
}
