package dev.darkroom.codec.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NalUnitTest {
  @ParameterizedTest
  @CsvSource({"67, 7, 3", "68, 8, 3", "65, 5, 3", "01, 1, 0", "21, 1, 1", "7f, 31, 3"})
  void readsTypeAndImportance(String hex, int type, int refIdc) throws Malformed {
    NalUnit unit = NalUnit.parse(bytes(hex));

    assertThat(unit.type()).isEqualTo(type);
    assertThat(unit.refIdc()).isEqualTo(refIdc);
    assertThat(unit.payload()).isEmpty();
  }

  /** By 7.4.1, encoders put a 3 after two zeros. */
  @ParameterizedTest
  @CsvSource({
    "000003, 0000",
    "00000301, 000001",
    "000003000003, 00000000",
    "00000303, 000003",
    "000300, 000300",
    "0000030003, 00000003",
    "00000000000003, 000000000000",
    "03, 03"
  })
  void dropsEmulationPreventionBytes(String escaped, String payload) throws Malformed {
    assertThat(HexFormat.of().formatHex(NalUnit.parse(bytes("67" + escaped)).payload()))
        .isEqualTo(payload);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 02 41aa 03 65bbcc",
    "2, 0002 41aa 0003 65bbcc",
    "3, 000002 41aa 000003 65bbcc",
    "4, 00000002 41aa 00000003 65bbcc",
    "4, 00000002 41aa 00000000 00000003 65bbcc 0000"
  })
  void splitsASampleByTheUnitsLengths(int lengthSize, String sample) throws Malformed {
    List<NalUnit> units = NalUnit.split(bytes(sample), lengthSize);

    assertThat(units).extracting(NalUnit::type).containsExactly(1, 5);
    assertThat(units.get(0).payload()).containsExactly(0xaa);
    assertThat(units.get(1).payload()).containsExactly(0xbb, 0xcc);
  }

  @Test
  void refusesAForbiddenBit() {
    assertThatThrownBy(() -> NalUnit.parse(bytes("e5")))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> {
              assertThat(e.reason()).isEqualTo("forbidden_zero_bit is set");
              assertThat(e.offset()).isEqualTo(1);
            });
  }

  @Test
  void refusesAUnitThatLeavesItsSample() {
    assertThatThrownBy(() -> NalUnit.split(bytes("02 41aa 04 65bbcc"), 1))
        .isInstanceOfSatisfying(
            Malformed.class,
            e -> {
              assertThat(e.reason()).contains("needs 4 bytes where there are 3");
              assertThat(e.offset()).isEqualTo(4);
            });
  }

  @Test
  void refusesMoreUnitsThanAnEncoderMakes() throws Malformed {
    assertThat(NalUnit.split(bytes("0141".repeat(512)), 1)).hasSize(512);
    assertThatThrownBy(() -> NalUnit.split(bytes("0141".repeat(513)), 1))
        .isInstanceOfSatisfying(
            Malformed.class, e -> assertThat(e.reason()).contains("more than 512 units"));
  }

  private static ByteReader bytes(String hex) {
    return new ByteReader(HexFormat.of().parseHex(hex.replace(" ", "")));
  }
}
