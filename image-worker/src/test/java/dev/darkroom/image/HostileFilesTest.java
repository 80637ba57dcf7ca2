package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Fixtures;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostileFilesTest {
  /** Per format, and more for a longer look: {@code -Ddarkroom.mutants=10000}. */
  private static final int MUTANTS = Integer.getInteger("darkroom.mutants", 60);

  private final Workplace workplace =
      new Workplace(
          Map.of(
              "darkroom.image.renditions", "thumb 32x32 cover",
              "darkroom.image.max-pixels", "2000000",
              "darkroom.image.decode-time", "5s"));

  @ParameterizedTest
  @EnumSource(
      names = {
        "ADOBE_RGB_PHOTO",
        "CMYK_PHOTO",
        "GRAY_PHOTO",
        "ALPHA_PNG",
        "PALETTE_PNG",
        "DEEP_PNG",
        "SMALL_FRAME_GIF",
        "LZW_TIFF",
        "BMP"
      })
  void damagedFilesEndInAnOutcomeAndNeverInAnException(Fixtures fixture) throws Exception {
    byte[] file = fixture.bytes();
    var random = new Random(2026);
    for (int round = 0; round < MUTANTS; round++) {
      byte[] mutant = mutate(file, random);

      switch (workplace.process(mutant)) {
        case Outcome.Completed completed -> assertThat(completed.renditions()).isNotEmpty();
        case Outcome.Rejected rejected ->
            assertThat(rejected.rejection().code())
                .isIn(
                    ErrorCode.CORRUPT_FILE,
                    ErrorCode.UNSUPPORTED_FORMAT,
                    ErrorCode.TOO_MANY_PIXELS,
                    ErrorCode.OUT_OF_MEMORY,
                    ErrorCode.TOOK_TOO_LONG);
        case Outcome.BelongsTo(var kind) -> assertThat(kind).isNotNull();
        case Outcome.Vanished() -> throw new AssertionError("it was there all the time");
      }
    }
  }

  private static byte[] mutate(byte[] file, Random random) {
    boolean cut = random.nextInt(4) == 0;
    byte[] mutant = Arrays.copyOf(file, cut ? 1 + random.nextInt(file.length) : file.length);
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      int reach = random.nextBoolean() ? mutant.length : Math.min(200, mutant.length);
      mutant[random.nextInt(reach)] = (byte) random.nextInt(256);
    }
    return mutant;
  }
}
