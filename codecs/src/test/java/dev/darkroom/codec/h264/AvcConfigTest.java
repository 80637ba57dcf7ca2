package dev.darkroom.codec.h264;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.codec.Malformed;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AvcConfigTest {
  /**
   * x264's, of 64×64 pixels, with two emulation prevention bytes. The expected values are those
   * that ffmpeg's filter trace_headers prints.
   */
  static final byte[] X264 =
      HexFormat.of()
          .parseHex(
              "0164000affe100186764000aacd94426c044000003000400000300c83c48965801000668ebe0ec"
                  + "b22cfdf8f800");

  @Test
  void readsAnEncodersSets() throws Malformed {
    AvcConfig config = AvcConfig.parse(X264);

    assertThat(config.lengthSize()).isEqualTo(4);
    Sps sps = Objects.requireNonNull(config.sps().get(0));
    assertThat(sps.profile()).isEqualTo(100);
    assertThat(sps.level()).isEqualTo(10);
    assertThat(sps.width()).isEqualTo(64);
    assertThat(sps.height()).isEqualTo(64);
    assertThat(sps.bitDepth()).isEqualTo(8);
    assertThat(sps.vui().pixelAspect()).isEqualTo(1);
    Pps pps = Objects.requireNonNull(config.pps().get(0));
    assertThat(pps.cabac()).isTrue();
    assertThat(pps.initialQp()).isEqualTo(12);
    assertThat(pps.chromaQpOffset()).isEqualTo(-2);
    assertThat(pps.deblockingControl()).isTrue();
    assertThat(pps.transform8x8()).isTrue();
  }

  @Test
  void aSamplesSetsReplaceThoseOfTheirIds() throws Malformed {
    AvcConfig config = AvcConfig.parse(X264);
    var sps = new NalUnit(NalUnit.SPS, 3, SpsTest.baseline().rbsp());
    var pps = new NalUnit(NalUnit.PPS, 3, PpsTest.main(4, 0).rbsp());
    var other = new NalUnit(NalUnit.IDR_SLICE, 3, new byte[0]);

    AvcConfig with = config.with(List.of(other, sps, pps));

    assertThat(with.lengthSize()).isEqualTo(4);
    assertThat(Objects.requireNonNull(with.sps().get(0)).width()).isEqualTo(320);
    assertThat(with.pps()).containsOnlyKeys(0, 4);
    assertThat(Objects.requireNonNull(config.sps().get(0)).width()).isEqualTo(64);
  }

  @Test
  void aConfigurationMayEndAfterItsSequences() throws Malformed {
    byte[] none = {1, 66, 0, 30, (byte) 0xfd, (byte) 0xe0};

    AvcConfig config = AvcConfig.parse(none);

    assertThat(config.lengthSize()).isEqualTo(2);
    assertThat(config.sps()).isEmpty();
    assertThat(config.pps()).isEmpty();
  }

  @Test
  void aConfigurationThatIsCutOffIsMalformed() {
    // Four bytes follow the sets in the High profiles; they are not read.
    for (int length = 0; length < X264.length - 4; length++) {
      byte[] cut = Arrays.copyOf(X264, length);
      boolean endsAfterSequences = length == 32;
      if (!endsAfterSequences) {
        assertThatThrownBy(() -> AvcConfig.parse(cut))
            .as("%d bytes", length)
            .isInstanceOf(Malformed.class);
      }
    }
  }
}
