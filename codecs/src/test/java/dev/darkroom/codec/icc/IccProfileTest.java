package dev.darkroom.codec.icc;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IccProfileTest {
  @Test
  void profilesThatAreSrgbAreToldByWhatTheyDo() {
    byte[] v2 = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    byte[] v4 =
        ProfileBuilder.srgb(4)
            .curves(ProfileBuilder.parametric(3, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
            .build();

    assertThat(IccProfile.parse(v2)).isInstanceOf(IccProfile.SameAsSrgb.class);
    assertThat(IccProfile.parse(v4)).isEqualTo(new IccProfile.SameAsSrgb("sRGB"));
  }

  @Test
  void theNameIsWhatPeopleCallIt() {
    assertThat(IccProfile.parse(ProfileBuilder.displayP3().build()).name()).isEqualTo("Display P3");
  }

  @Test
  void aProfileWithATableNeedsIt() {
    byte[] icc = ProfileBuilder.displayP3().put("A2B0", new byte[32]).build();

    assertThat(IccProfile.parse(icc))
        .isEqualTo(new IccProfile.NeedsTable("Display P3", IccProfile.Space.RGB));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void everyParametricCurveIsRead(int function) {
    // Each the square but for its own figures: offsets of 0.1 above, lines of 0.5 below 0.25.
    double[][] numbers = {
      {2}, {2, 1, -0.25}, {2, 1, -0.25, 0.1}, {2, 1, 0, 0.5, 0.25}, {2, 1, 0, 0.5, 0.25, 0.1, 0.2}
    };
    double[] low = {0.01, 0, 0.1, 0.05, 0.25};
    double[] high = {0.64, 0.3025, 0.4025, 0.64, 0.74};
    byte[] curve = ProfileBuilder.parametric(function, numbers[function]);
    byte[] icc = ProfileBuilder.gray("XYZ ").put("kTRC", curve).build();
    int[] pixels = {0x1a1a1a, 0xcccccc};

    assertThat(IccProfile.parse(icc))
        .isInstanceOfSatisfying(
            IccProfile.Gray.class, gray -> gray.conversion().convert(pixels, 0, 2));

    assertThat(pixels[0] & 0xff).isBetween(srgb(low[function]) - 1, srgb(low[function]) + 1);
    assertThat(pixels[1] & 0xff).isBetween(srgb(high[function]) - 1, srgb(high[function]) + 1);
  }

  private static int srgb(double light) {
    return (int) Math.round(255 * Transfer.toSrgb(light));
  }

  @Test
  void whatIsNoProfileIsSaidToBeDamaged() {
    assertThat(IccProfile.parse(new byte[0])).isInstanceOf(IccProfile.Damaged.class);
    assertThat(IccProfile.parse(new byte[200])).isInstanceOf(IccProfile.Damaged.class);
    byte[] absurd =
        ProfileBuilder.displayP3().put("rXYZ", ProfileBuilder.xyz(3000, -3000, 1)).build();
    assertThat(IccProfile.parse(absurd)).isInstanceOf(IccProfile.Damaged.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0xfffff0", "0, 0xfffffff0", "4, 0x7ffffff0", "4, 0xffffffff"})
  void aTagOutsideOfTheProfileLosesOnlyItself(int field, String value) {
    byte[] icc = ProfileBuilder.displayP3().put("cprt", new byte[16]).build();
    int count = ByteBuffer.wrap(icc).getInt(128);
    int entry = 132 + 12 * (count - 1);
    ByteBuffer.wrap(icc).putInt(entry + 4 + field, (int) (long) Long.decode(value));

    assertThat(IccProfile.parse(icc)).isInstanceOf(IccProfile.Matrix.class);
    // The last tag is now the blue curve.
    byte[] needed = ProfileBuilder.displayP3().build();
    ByteBuffer.wrap(needed).putInt(entry - 12 + 4 + field, (int) (long) Long.decode(value));
    assertThat(IccProfile.parse(needed)).isInstanceOf(IccProfile.Damaged.class);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1, true", "2, true", "3, true", "4, true", "5, false", "255, false"})
  void versionsUpToFourAreRead(int version, boolean read) {
    byte[] icc = ProfileBuilder.displayP3().build();
    icc[8] = (byte) version;

    assertThat(IccProfile.parse(icc) instanceof IccProfile.Matrix).isEqualTo(read);
  }

  @Test
  void aProfileThatConnectsToNoSpaceIsDamaged() {
    byte[] icc = ProfileBuilder.displayP3().build();
    icc[20] = 'A';

    assertThat(IccProfile.parse(icc)).isInstanceOf(IccProfile.Damaged.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void damagedBytesGiveAProfileOrAReasonAndNothingElse(boolean points) {
    byte[] curve = points ? ProfileBuilder.sampled(0, 10, 2000, 65535) : ProfileBuilder.sampled(1);
    byte[] icc =
        points ? ProfileBuilder.srgb(2).curves(curve).build() : ProfileBuilder.displayP3().build();
    var random = new Random(42);
    for (int round = 0; round < 3_000; round++) {
      byte[] mutant = Arrays.copyOf(icc, 100 + random.nextInt(icc.length - 99));
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        mutant[random.nextInt(mutant.length)] =
            (byte) (random.nextBoolean() ? 0xff : random.nextInt());
      }

      int[] pixels = {0xff102030, 0x00ffffff, 0x40000000};
      switch (IccProfile.parse(mutant)) {
        case IccProfile.Matrix matrix -> matrix.conversion().convert(pixels, 0, 3);
        case IccProfile.Gray gray -> gray.conversion().convert(pixels, 0, 3);
        case IccProfile.Damaged damaged -> assertThat(damaged.reason()).isNotBlank();
        case IccProfile.SameAsSrgb same -> assertThat(same.name()).hasSizeLessThan(129);
        case IccProfile.NeedsTable table -> assertThat(table.space()).isNotNull();
      }
      assertThat(pixels[2] >>> 24).isEqualTo(0x40);
    }
  }
}
