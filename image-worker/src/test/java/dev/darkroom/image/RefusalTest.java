package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.Outcome;
import dev.darkroom.fixtures.Fixtures;
import dev.darkroom.image.step.Pictures;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {
  @ParameterizedTest
  @CsvSource({
    "EMPTY,           EMPTY_FILE",
    "GARBAGE,         UNSUPPORTED_FORMAT",
    "TRUNCATED_PHOTO, CORRUPT_FILE",
    "WEBP,            UNSUPPORTED_FORMAT",
    "BOMB_PNG,        TOO_MANY_PIXELS",
  })
  void what_can_never_succeed_is_refused_and_nothing_is_written(Fixtures fixture, ErrorCode code)
      throws Exception {
    var workplace = new Workplace();

    Outcome.Rejected rejected = rejected(workplace, fixture.bytes());

    assertThat(rejected.rejection().code()).isEqualTo(code);
    assertThat(rejected.rejection().message()).startsWith(code.text());
    assertThat(workplace.store().keys("processed/")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "PHONE_PHOTO",
        "ALPHA_PNG",
        "PALETTE_PNG",
        "DEEP_PNG",
        "LZW_TIFF",
        "BMP",
        "SMALL_FRAME_GIF"
      })
  void a_file_cut_off_is_refused_as_damaged(Fixtures fixture) throws Exception {
    byte[] file = fixture.bytes();

    Outcome.Rejected rejected = rejected(new Workplace(), Arrays.copyOf(file, file.length * 2 / 3));

    assertThat(rejected.rejection().code()).isEqualTo(ErrorCode.CORRUPT_FILE);
  }

  @Test
  void what_is_known_of_a_refused_picture_is_kept() throws Exception {
    Outcome.Rejected rejected = rejected(new Workplace(), Fixtures.WEBP.bytes());

    assertThat(rejected.media())
        .isEqualTo(Media.picture(MediaFormat.WEBP, 1, 1, new Media.Picture(1, null, null)));
    assertThat(rejected.rejection().message()).contains("WebP");
  }

  @ParameterizedTest
  @CsvSource({
    "max-bytes,  1000, TOO_LARGE",
    "max-pixels, 1000, TOO_MANY_PIXELS",
    "max-edge,   1199, TOO_MANY_PIXELS",
    "max-memory, 1M,   TOO_MANY_PIXELS",
  })
  void every_limit_holds(String property, String value, ErrorCode code) throws Exception {
    var workplace = new Workplace(Map.of("darkroom.image." + property, value));

    assertThat(rejected(workplace, Fixtures.PLAIN_PHOTO.bytes()).rejection().code())
        .isEqualTo(code);
  }

  @Test
  void an_animation_of_too_many_frames_is_refused() throws Exception {
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
  void a_picture_that_takes_too_long_is_refused() throws Exception {
    var workplace = new Workplace(Map.of("darkroom.image.decode-time", "0.000000001s"));

    assertThat(rejected(workplace, Fixtures.PHONE_PHOTO.bytes()).rejection().code())
        .isEqualTo(ErrorCode.TOOK_TOO_LONG);
  }

  @Test
  void a_picture_that_fills_the_heap_all_the_same_is_refused() throws Exception {
    var workplace =
        new Workplace(
            Map.of(
                "darkroom.image.max-pixels", "2147483639",
                "darkroom.image.max-edge", "1000000",
                "darkroom.image.max-memory", "1000G"));
    // As integers it takes a quarter more than the whole heap, in the file next to nothing.
    int edge = (int) Math.sqrt(Runtime.getRuntime().maxMemory() / 4.0 * 1.25);

    assertThat(rejected(workplace, Pictures.blackPng(edge, edge)).rejection().code())
        .isEqualTo(ErrorCode.OUT_OF_MEMORY);
  }

  @Test
  void a_video_belongs_to_the_other_worker() throws Exception {
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
