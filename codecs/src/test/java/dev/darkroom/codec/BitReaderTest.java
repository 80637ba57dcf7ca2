package dev.darkroom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BitReaderTest {
  @Test
  void readsAcrossBytes() throws Malformed {
    var bits = new BitReader(new byte[] {(byte) 0b1010_0110, (byte) 0b0111_0001});

    assertThat(bits.flag()).isTrue();
    assertThat(bits.bits(3)).isEqualTo(0b010);
    assertThat(bits.bits(7)).isEqualTo(0b0110_011);
    assertThat(bits.position()).isEqualTo(11);
  }

  /** ITU-T H.264, tables 9-1 and 9-3. */
  @ParameterizedTest
  @CsvSource({"1, 0, 0", "010, 1, 1", "011, 2, -1", "00100, 3, 2", "00101, 4, -2", "0001000, 7, 4"})
  void readsExpGolombCodes(String code, int unsigned, int signed) throws Malformed {
    assertThat(new BitReader(bytes(code)).ue()).isEqualTo(unsigned);
    assertThat(new BitReader(bytes(code)).se()).isEqualTo(signed);
  }

  @Test
  void endsWithItsBytes() {
    var bits = new BitReader(new byte[4]);

    assertThatThrownBy(bits::ue).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new BitReader(new byte[1]).bits(9)).isInstanceOf(Malformed.class);
  }

  @Test
  void refusesValuesThatTheSyntaxDoesNotAllow() {
    assertThatThrownBy(() -> new BitReader(bytes("00101")).ue(3, "four"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("four is 4");
  }

  @Test
  void tellsDataFromTheFinalBit() throws Malformed {
    var bits = new BitReader(new byte[] {(byte) 0b1100_1000, 0});

    assertThat(bits.moreRbspData()).isTrue();
    bits.skip(4);
    assertThat(bits.moreRbspData()).isFalse();
  }

  private static byte[] bytes(String bits) {
    byte[] bytes = new byte[8];
    for (int i = 0; i < bits.length(); i++) {
      bytes[i / 8] |= (byte) ((bits.charAt(i) - '0') << (7 - i % 8));
    }
    return bytes;
  }
}
