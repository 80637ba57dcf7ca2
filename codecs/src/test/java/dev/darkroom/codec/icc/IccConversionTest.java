package dev.darkroom.codec.icc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Profile;
import dev.darkroom.codec.inspect.HeaderParser;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.fixtures.Fixtures;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IccConversionTest {
  private static final Path MEDIA = Path.of("../../shared/media/images");

  static Stream<Arguments> colored() throws IOException {
    return Stream.concat(
        Stream.of(
            Arguments.of("Display P3", ProfileBuilder.displayP3().build()),
            Arguments.of("Adobe RGB", profileOf(Fixtures.ADOBE_RGB_PHOTO.bytes())),
            Arguments.of("linear", ProfileBuilder.srgb(2).curves(ProfileBuilder.sampled()).build()),
            Arguments.of(
                "of points",
                ProfileBuilder.srgb(2)
                    .curves(ProfileBuilder.sampled(0, 3000, 15000, 40000, 65535))
                    .build())),
        embedded());
  }

  /** Those of the pictures from real phones and cameras, where they are there. */
  private static Stream<Arguments> embedded() throws IOException {
    if (!Files.isDirectory(MEDIA)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(MEDIA)) {
      return files.filter(file -> file.toString().endsWith(".jpg")).toList().stream()
          .map(file -> Arguments.of(file.getFileName().toString(), profileOf(file)))
          .filter(
              named ->
                  named.get()[1] instanceof byte[] icc
                      && IccProfile.parse(icc) instanceof IccProfile.Matrix);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("colored")
  void colorsAreThoseOfTheColorManagementSystem(String name, byte[] icc) {
    assertThat(IccProfile.parse(icc))
        .isInstanceOfSatisfying(
            IccProfile.Matrix.class,
            profile -> assertThat(largestDifference(icc, profile.conversion())).isLessThan(2));
  }

  @Test
  void aSpaceFarBeyondSrgbIsClippedWithinTwoLevelsOfTheColorManagementSystem() {
    byte[] icc = ProfileBuilder.proPhoto().build();

    // Its fixed point is coarser than ours where a sum of large terms of both signs is nearly 0.
    assertThat(IccProfile.parse(icc))
        .isInstanceOfSatisfying(
            IccProfile.Matrix.class,
            profile -> assertThat(largestDifference(icc, profile.conversion())).isLessThan(3));
  }

  @ParameterizedTest
  @CsvSource({"2.2, XYZ ", "1.0, XYZ ", "1.75, XYZ "})
  void graysAreThoseOfTheirCurve(double gamma, String connection) {
    byte[] icc =
        ProfileBuilder.gray(connection + " ")
            .put("kTRC", ProfileBuilder.sampled((int) (gamma * 256)))
            .build();
    int[] pixels = {0x80404040, 0xffc0c0c0};

    switch (IccProfile.parse(icc)) {
      case IccProfile.Gray gray -> gray.conversion().convert(pixels, 0, 2);
      case IccProfile.SameAsSrgb same -> assertThat(gamma).isCloseTo(2.2, within(0.1));
      case IccProfile other -> throw new AssertionError(other);
    }

    assertThat(pixels[0] >>> 24).isEqualTo(0x80);
    assertThat(pixels[0] & 0xff).isCloseTo(expected(0x40, gamma), within(1));
    assertThat(pixels[1] & 0xffffff).isEqualTo((pixels[1] & 0xff) * 0x010101);
  }

  private static int expected(int sample, double gamma) {
    return (int) Math.round(255 * Transfer.toSrgb(Math.pow(sample / 255.0, gamma)));
  }

  @Test
  void aGrayThatConnectsToLabIsReadAsLightness() {
    byte[] icc = ProfileBuilder.gray("Lab ").put("kTRC", ProfileBuilder.sampled()).build();
    int[] pixels = {0xff808080};

    assertThat(IccProfile.parse(icc))
        .isInstanceOfSatisfying(
            IccProfile.Gray.class, gray -> gray.conversion().convert(pixels, 0, 1));

    // L* 50.2 is a luminance of 0.186, which sRGB writes as 119.5.
    assertThat(pixels[0] & 0xff).isBetween(119, 120);
  }

  private static byte[] profileOf(byte[] jpeg) {
    return ((Header) HeaderParser.JPEG.inspect(jpeg, true)).color().profile()
            instanceof Profile.Icc(byte[] icc)
        ? icc
        : new byte[0];
  }

  private static byte[] profileOf(Path file) {
    try {
      return profileOf(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Over a grid of colors, in levels of 255. */
  private static int largestDifference(byte[] icc, ToSrgb conversion) {
    int steps = 18;
    var theirs =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, steps * steps, steps, 3, null);
    int[] ours = new int[steps * steps * steps];
    for (int i = 0; i < ours.length; i++) {
      int[] rgb = {i % steps * 15, i / steps % steps * 15, i / steps / steps * 15};
      theirs.setPixel(i % (steps * steps), i / (steps * steps), rgb);
      ours[i] = 0x7f000000 | rgb[0] << 16 | rgb[1] << 8 | rgb[2];
    }
    conversion.convert(new Bitmap(ours, steps * steps, steps, false));
    var space = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
    var srgb = theirs.createCompatibleWritableRaster();
    new ColorConvertOp(space, ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
        .filter(theirs, srgb);
    int largest = 0;
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i] >>> 24).isEqualTo(0x7f);
      for (int band = 0; band < 3; band++) {
        int sample = srgb.getSample(i % (steps * steps), i / (steps * steps), band);
        largest = Math.max(largest, Math.abs((ours[i] >> (16 - 8 * band) & 0xff) - sample));
      }
    }
    return largest;
  }
}
