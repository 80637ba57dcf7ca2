package dev.darkroom.codec.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SeiUnitTest {
  private static final String UUID = "086f3693b7b34f2c965321492feee5b8";

  @Test
  void onlyUserDataIsBlanked() {
    // Messages of type 1 with 2 bytes, 5 with 20, and 1 with 2.
    assertThat(blanked(1, "06 0102aabb 0514 " + UUID + "01020304 0102ccdd 80"))
        .isEqualTo(hex("06 0102aabb 0514" + "ff".repeat(20) + "0102ccdd 80"));
    assertThat(blanked(2, "4e01 0514 " + UUID + "01020304 80"))
        .isEqualTo(hex("4e01 0514" + "ff".repeat(20) + "80"));
  }

  @Test
  void bytesThatPreventStartCodesStay() {
    // The message has 24 bytes besides the two that prevent start codes.
    assertThat(blanked(1, "06 0518 " + UUID + "00000302 00000300 0a0b80"))
        .isEqualTo(hex("06 0518" + "ff".repeat(16) + "00000301 00000301 ffff80"));
    assertThat(blanked(1, "06 0514 " + UUID + "00000300 0003014180"))
        .isEqualTo(hex("06 0514" + "ff".repeat(16) + "00000300 0003014180"));
  }

  @Test
  void sizesOfMoreThanOneByteAreRead() {
    assertThat(blanked(1, "06 05ff05 " + UUID + "41".repeat(244) + "0100 80"))
        .isEqualTo(hex("06 05ff05" + "ff".repeat(260) + "0100 80"));
  }

  @Test
  void settingsOfEncodersStay() {
    String x264 = "06 0514 dc45e9bde6d948b7962cd820d923eeef 78323634 80";

    byte[] unit = hex(x264);
    assertThat(new SeiUnit(unit, 1).blank()).isFalse();
    assertThat(unit).isEqualTo(hex(x264));
  }

  @Test
  void sizesBeyondTheUnitEndWithIt() {
    for (int length = 1; length < 30; length++) {
      byte[] unit = Arrays.copyOf(hex("06 05ffff14 " + UUID + "01020304050607080910"), length);
      byte[] before = unit.clone();
      new SeiUnit(unit, 1).blank();
      assertThat(unit).hasSameSizeAs(before).startsWith(Arrays.copyOf(before, Math.min(4, length)));
    }
  }

  private static byte[] blanked(int header, String hex) {
    byte[] unit = hex(hex);
    assertThat(new SeiUnit(unit, header).blank()).isTrue();
    return unit;
  }

  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
