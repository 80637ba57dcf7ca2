package dev.darkroom.codec.h264;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged headers give values within the syntax's bounds, or a typed failure. */
@Timeout(60)
class HostileH264Test {
  private static final int ROUNDS = 50_000;

  /** Fewer would mean that the damage stops parsing before it reaches the later elements. */
  private static final int LEAST_PARSED = ROUNDS / 20;

  /** The sample that belongs to {@link AvcConfigTest#X264}. */
  private static final byte[] SAMPLE =
      HexFormat.of()
          .parseHex(
              "0000002b65888400ebfef74ebf029b0d002a0390ee24af4ff15d4ea6af6d8ac56ea51d67e31881"
                  + "47205df7343dcbc1");

  @Test
  void damagedConfigurationsGiveSetsOrAReason() {
    var random = new Random(21);
    int parsed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutant = mutated(AvcConfigTest.X264, random);
      try {
        AvcConfig config = AvcConfig.parse(mutant);
        for (Sps sps : config.sps().values()) {
          assertThat(sps.width()).isBetween(1, 16 * 1055);
          assertThat(sps.height()).isBetween(1, 2 * 16 * 1055);
          assertThat(sps.bitDepth()).isBetween(8, 14);
        }
        parsed++;
      } catch (Malformed e) {
        assertThat(e.reason()).isNotBlank();
        assertThat(e.offset()).isBetween(0L, (long) mutant.length);
      }
    }
    assertThat(parsed).isBetween(LEAST_PARSED, ROUNDS - LEAST_PARSED);
  }

  @Test
  void damagedSamplesGiveSlicesOrAReason() throws Malformed {
    AvcConfig config = AvcConfig.parse(AvcConfigTest.X264);
    var random = new Random(22);
    int slices = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutant = mutated(SAMPLE, random);
      try {
        List<NalUnit> units = NalUnit.split(new ByteReader(mutant), config.lengthSize());
        AvcConfig sets = config.with(units);
        for (NalUnit unit : units) {
          SliceHeader slice = SliceHeader.parse(unit, sets);
          assertThat(slice.qp()).isBetween(0, 51);
          assertThat(slice.dataBit()).isBetween(0L, 8L * unit.payload().length);
          slices++;
        }
      } catch (Malformed e) {
        assertThat(e.reason()).isNotBlank();
        assertThat(e.offset()).isBetween(0L, (long) mutant.length);
      }
    }
    assertThat(slices).isBetween(LEAST_PARSED, ROUNDS - LEAST_PARSED);
  }

  /** Changes the length or one to four bytes, more often near the start. */
  private static byte[] mutated(byte[] valid, Random random) {
    int length = random.nextInt(4) == 0 ? random.nextInt(valid.length) + 1 : valid.length;
    byte[] mutant = Arrays.copyOf(valid, length);
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(random.nextBoolean() ? mutant.length : Math.min(12, mutant.length));
      mutant[at] =
          (byte) (random.nextBoolean() ? random.nextInt(256) : mutant[at] ^ 1 << random.nextInt(8));
    }
    return mutant;
  }
}
