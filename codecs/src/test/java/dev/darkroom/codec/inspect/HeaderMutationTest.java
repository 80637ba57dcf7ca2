package dev.darkroom.codec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.fixtures.Golden;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderMutationTest {
  private static final int ROUNDS = 5_000;
  private static final int LEAST_OF_EACH_OUTCOME = 20;

  @ParameterizedTest
  @CsvSource({
    "JPEG, jpeg/orientation-6.jpg",
    "JPEG, jpeg/profile-in-pieces.jpg",
    "JPEG, jpeg/cmyk-profile.jpg",
    "PNG, png/palette-8-alpha.png",
    "GIF, gif/animation.gif",
    "TIFF, tiff/lzw.tiff",
    "BMP, bmp/rgb-24.bmp",
    "WEBP, webp/animation.webp",
    "WEBP, webp/profile-p3.webp",
    "HEIF, heic/plain.heic",
  })
  void damagedBytesGiveFiguresOrAReasonAndNothingElse(HeaderParser parser, String golden) {
    byte[] file = Golden.of(golden).bytes();
    var random = new Random(42);
    Map<String, Integer> outcomes = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutant = mutate(file, random);
      boolean whole = random.nextBoolean();

      Inspection inspection = parser.inspect(mutant, whole);

      outcomes.merge(inspection.getClass().getSimpleName(), 1, Integer::sum);
      switch (inspection) {
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
    assertThat(outcomes)
        .containsOnlyKeys("Header", "Damaged", "NeedMore")
        .allSatisfy((outcome, times) -> assertThat(times).isGreaterThan(LEAST_OF_EACH_OUTCOME));
  }

  /** Cuts and changes mostly the first bytes, where the header is, often to extreme numbers. */
  private static byte[] mutate(byte[] file, Random random) {
    boolean cut = random.nextBoolean();
    byte[] mutant = Arrays.copyOf(file, cut ? 1 + position(file.length, random) : file.length);
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes; i++) {
      mutant[position(mutant.length, random)] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xff;
            case 1 -> 0;
            case 2 -> (byte) 0x80;
            default -> (byte) random.nextInt(256);
          };
    }
    return mutant;
  }

  private static int position(int length, Random random) {
    return random.nextInt(random.nextBoolean() ? length : Math.min(600, length));
  }
}
