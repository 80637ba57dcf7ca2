package dev.darkroom.codec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.fixtures.Fixtures;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderMutationTest {
  private static final int ROUNDS = 5_000;

  @ParameterizedTest
  @CsvSource({
    "JPEG, PHONE_PHOTO",
    "JPEG, ADOBE_RGB_PHOTO",
    "JPEG, CMYK_PHOTO",
    "PNG, PALETTE_PNG",
    "GIF, SMALL_FRAME_GIF",
    "TIFF, LZW_TIFF",
    "BMP, BMP",
    "WEBP, WEBP",
    "HEIF, PHONE_PHOTO",
  })
  void damagedBytesGiveFiguresOrAReasonAndNothingElse(HeaderParser parser, Fixtures fixture) {
    byte[] file = fixture.bytes();
    var random = new Random(42);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutant = mutate(file, random);
      boolean whole = random.nextBoolean();

      switch (parser.inspect(mutant, whole)) {
        case Header header -> {
          assertThat(header.width()).isPositive();
          assertThat(header.height()).isPositive();
          assertThat(header.frames()).isPositive();
          assertThat(header.exif().orientation()).isBetween(1, 8);
        }
        case Inspection.Damaged damaged -> assertThat(damaged.reason()).isNotBlank();
        case Inspection.NeedMore(long bytes) -> {
          assertThat(whole).isFalse();
          assertThat(bytes).isGreaterThan(mutant.length);
        }
      }
    }
  }

  /** Mostly in the first bytes, where the figures are; often numbers at their limits. */
  private static byte[] mutate(byte[] file, Random random) {
    byte[] mutant = Arrays.copyOf(file, 1 + random.nextInt(file.length));
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(random.nextBoolean() ? mutant.length : Math.min(600, mutant.length));
      mutant[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xff;
            case 1 -> 0;
            case 2 -> (byte) 0x80;
            default -> (byte) random.nextInt(256);
          };
    }
    return mutant;
  }
}
