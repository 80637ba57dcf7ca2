package dev.darkroom.codec.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.header.Inspection;
import dev.darkroom.fixtures.Fixtures;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderOfFewBytesTest {
  @ParameterizedTest
  @CsvSource({
    "JPEG, PHONE_PHOTO",
    "JPEG, ADOBE_RGB_PHOTO",
    "PNG, PALETTE_PNG",
    "GIF, SMALL_FRAME_GIF",
    "TIFF, LZW_TIFF",
    "BMP, BMP",
    "WEBP, WEBP",
  })
  void askingForMoreUntilItIsEnoughEndsWithTheSameSize(HeaderParser parser, Fixtures fixture) {
    byte[] file = fixture.bytes();
    var whole = (Header) parser.inspect(file, true);
    int given = 1;
    int rounds = 0;
    while (parser.inspect(Arrays.copyOf(file, given), given == file.length)
        instanceof Inspection.NeedMore(long bytes)) {
      assertThat(bytes).isGreaterThan(given);
      given = (int) Math.min(bytes, file.length);
      assertThat(++rounds).isLessThan(10_000);
    }

    var enough = (Header) parser.inspect(Arrays.copyOf(file, given), given == file.length);
    assertThat(enough.width()).isEqualTo(whole.width());
    assertThat(enough.height()).isEqualTo(whole.height());
  }
}
