package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.image.step.Pictures;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @ParameterizedTest
  @CsvSource({
    "EMPTY,           EMPTY_FILE",
    "GARBAGE,         UNSUPPORTED_FORMAT",
    "BOMB_PNG,        TOO_MANY_PIXELS",
  })
  void whatCanNeverSucceedIsRefusedAndNothingIsWritten(Fixtures fixture, ErrorCode code)
      throws Exception {
    var workplace = new Workplace();

    Outcome.Rejected rejected = rejected(workplace, fixture.bytes());

    assertThat(rejected.rejection().code()).isEqualTo(code);
    assertThat(rejected.rejection().message()).startsWith(code.text());
    assertThat(workplace.store().keys("processed/")).isEmpty();
  }

  @Test
  void aFormatThatIsNotSupportedIsNamed() throws Exception {
    byte[] jpegXl = {(byte) 0xff, 0x0a, 0x7f, 0, 0};

    assertThat(rejected(new Workplace(), jpegXl).rejection())
        .isEqualTo(Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "It is a JPEG XL picture."));
  }

  @Test
  void whatIsKnownOfARefusedPictureIsKept() throws Exception {
    Outcome.Rejected rejected =
        rejected(new Workplace(Map.of("darkroom.image.turbo", "false")), Fixtures.WEBP.bytes());

    assertThat(rejected.media())
        .extracting(Media::format, Media::width, Media::height)
        .containsExactly(MediaFormat.WEBP, 1, 1);
    assertThat(rejected.rejection().message()).contains("WebP");
  }

  @ParameterizedTest
  @CsvSource({
    "max-bytes,  1000, TOO_LARGE",
    "max-jpeg-pixels, 1000, TOO_MANY_PIXELS",
    "max-edge,   1199, TOO_MANY_PIXELS",
    "max-memory, 1M,   TOO_MANY_PIXELS",
  })
  void everyLimitHolds(String property, String value, ErrorCode code) throws Exception {
    var workplace = new Workplace(Map.of("darkroom.image." + property, value));

    assertThat(rejected(workplace, Fixtures.PLAIN_PHOTO.bytes()).rejection().code())
        .isEqualTo(code);
  }

  @Test
  void anAnimationOfTooManyFramesIsRefused() throws Exception {
    byte[] once = Fixtures.SMALL_FRAME_GIF.bytes();
    int blocks = 13 + 3 * 4;
    byte[] twice = Arrays.copyOf(once, 2 * once.length - blocks - 1);
    System.arraycopy(once, blocks, twice, once.length - 1, once.length - blocks);

    assertThat(
            rejected(new Workplace(Map.of("darkroom.image.max-frames", "1")), twice)
                .rejection()
                .code())
        .isEqualTo(ErrorCode.TOO_MANY_FRAMES);
  }

  @Test
  void aPictureThatTakesTooLongIsRefused() throws Exception {
    var workplace = new Workplace(Map.of("darkroom.image.decode-time", "0.000001s"));

    assertThat(rejected(workplace, Fixtures.PHONE_PHOTO.bytes()).rejection().code())
        .isEqualTo(ErrorCode.TOOK_TOO_LONG);
  }

  @Test
  void aPictureThatFillsTheHeapAllTheSameIsRefused() throws Exception {
    var workplace =
        new Workplace(
            Map.of(
                "darkroom.image.max-pixels", "2147483639",
                "darkroom.image.max-edge", "1000000",
                "darkroom.image.max-memory", "1000G"));
    // Its pixels take 1.25 times the heap, while the file is tiny.
    int edge = (int) Math.sqrt(Runtime.getRuntime().maxMemory() / 4.0 * 1.25);

    assertThat(rejected(workplace, Pictures.blackPng(edge, edge)).rejection().code())
        .isEqualTo(ErrorCode.OUT_OF_MEMORY);
  }

  @Test
  void aVideoBelongsToTheOtherWorker() throws Exception {
    byte[] mp4 = new byte[64];
    byte[] start = {0, 0, 0, 16, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'};
    System.arraycopy(start, 0, mp4, 0, start.length);

    assertThat(new Workplace().process(mp4)).isEqualTo(new Outcome.BelongsTo(MediaKind.VIDEO));
  }

  private static Outcome.Rejected rejected(Workplace workplace, byte[] bytes) throws Exception {
    Outcome outcome = workplace.process(bytes);
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    return (Outcome.Rejected) outcome;
  }
}
