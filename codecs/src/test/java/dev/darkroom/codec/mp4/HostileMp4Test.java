package dev.darkroom.codec.mp4;

import static dev.darkroom.codec.mp4.Mp4Bytes.box;
import static dev.darkroom.codec.mp4.Mp4Bytes.ftyp;
import static dev.darkroom.codec.mp4.Mp4Bytes.full;
import static dev.darkroom.codec.mp4.Mp4Bytes.join;
import static dev.darkroom.codec.mp4.Mp4Bytes.mvhd;
import static dev.darkroom.codec.mp4.Mp4Bytes.tables;
import static dev.darkroom.codec.mp4.Mp4Bytes.trak;
import static dev.darkroom.codec.mp4.Mp4Bytes.u32;
import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.Malformed;
import dev.darkroom.fixtures.Fixtures;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged index gives a movie whose samples can be walked, or a typed failure. */
@Timeout(60)
class HostileMp4Test {
  private static final Mp4Limits LIMITS = new Mp4Limits(1 << 20, 2_000, 8, 10_000, 10);
  private static final int ROUNDS = 20_000;
  private static final int FIXTURE_ROUNDS = 2_000;

  @Test
  void damagedTablesGiveSamplesOrAReason() throws Exception {
    byte[][] tables = Arrays.copyOf(tables(), 7);
    tables[6] = full("ctts", 0, u32(2, 2, 7, 3, 1));
    byte[] file = join(ftyp(), box("moov", mvhd(1200), trak(1, tables)), box("mdat"));

    assertThat(survivors(file, ROUNDS)).isBetween(ROUNDS / 20, ROUNDS - ROUNDS / 20);
  }

  @ParameterizedTest
  @EnumSource(names = {"PORTRAIT_VIDEO", "FRAGMENTED_VIDEO"})
  void damagedFilesGiveSamplesOrAReason(Fixtures fixture) throws Exception {
    // The index lies in front; damage to media data, which is never read, would test nothing.
    byte[] file = Arrays.copyOf(fixture.bytes(), 2_500);

    assertThat(survivors(file, FIXTURE_ROUNDS))
        .isBetween(FIXTURE_ROUNDS / 50, FIXTURE_ROUNDS - FIXTURE_ROUNDS / 20);
  }

  /**
   * Damages a file in many ways. Returns how often its samples could still be walked to the end.
   */
  private static int survivors(byte[] file, int rounds) throws IOException {
    var random = new Random(31);
    int survivors = 0;
    for (int round = 0; round < rounds; round++) {
      byte[] mutant = file.clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        mutant[random.nextInt(mutant.length)] =
            switch (random.nextInt(4)) {
              case 0 -> (byte) 0xff;
              case 1 -> 0;
              case 2 -> 1;
              default -> (byte) random.nextInt(256);
            };
      }
      try {
        walk(Mp4Reader.read(Mp4Source.of(mutant), LIMITS));
        survivors++;
      } catch (Malformed e) {
        assertThat(e.reason()).isNotBlank();
      }
    }
    return survivors;
  }

  private static void walk(Movie movie) throws Malformed {
    for (Track track : movie.tracks()) {
      // Uncompressed sound may state any number of samples of equal size, without a table.
      if (track.samples().count() <= LIMITS.samples()) {
        List<Sample> samples = Mp4Bytes.all(track.samples());
        assertThat(samples).hasSize(track.samples().count());
        assertThat(samples).allMatch(sample -> sample.offset() >= 0 && sample.size() >= 0);
      }
    }
  }
}
