package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.Media;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Videos made by cameras and phones; the expected values are ffprobe's. */
class SharedVideosTest {
  private final PipelineHarness harness = new PipelineHarness();

  @BeforeEach
  void needSamples() {
    assumeTrue(
        PipelineHarness.samples().isPresent(), "no folder shared/media/videos beside the checkout");
  }

  @ParameterizedTest
  @CsvSource({
    "bbb_176x144_128kbps_15fps_h263.3gp,                   176,  144,   0,  1000, 15,     s263,"
        + " missing",
    "bbb_800x640_768kbps_30fps_avc_pyramid_3b.mp4,        1138,  640,   0,  4000, 30,    "
        + " avc1.64001f, poster",
    "bt601.mov,                                            640,  428,   0,  1020, 29.409,"
        + " avc1.4d001e, poster",
    "internal_emulator_transformer_output_270_rotated.mp4, 720, 1280, 270,  4972, 29.97, "
        + " avc1.42c029, poster",
    "pixel7_videoOnly_cleaned.mp4,                        1920, 1080, 180,  1206, 29.871,"
        + " avc1.640029, poster",
    "portrait_4k60.mp4,                                   2160, 3840,  90,   313, 60.058,"
        + " avc1.640033, poster",
    "sample.mp4,                                          1080,  720,   0,  1024, 29.97, "
        + " avc1.64001f, poster",
    "sample_av1.mp4,                                      1080,  720,   0,  1089, 29.97, "
        + " av01.0.05M.08, missing",
    "sample_edit_list.mp4,                                1080, 1920,  90,  2548, 28.028,"
        + " hvc1.2.4.L120.b0, missing",
    "sample_fragmented.mp4,                               1080,  720,   0,  1068, 29.97, "
        + " avc1.64001f, poster",
    "sample_missing_stsd.mp4,                             1080,  720,   0,  1024, 29.97, "
        + " avc1.64001f, poster",
    "sample_portrait.mp4,                                  720, 1080,   0,  1089, 29.97, "
        + " avc1.64001f, poster",
    "sample_with_increasing_timestamps_360p.mp4,           640,  360,   0, 17064, 30.006,"
        + " avc1.42c01e, poster",
    "sowt-with-video.mov,                                 1920, 1080,   0,  2000, 50,    "
        + " avc1.64002a, poster"
  })
  void comeOutRight(
      String name,
      int width,
      int height,
      int rotation,
      long millis,
      double frameRate,
      String codec,
      String end)
      throws Exception {
    var outcome = (Outcome.Completed) harness.process(name, PipelineHarness.sample(name));

    Media media = outcome.media();
    assertThat(media.width()).isEqualTo(width);
    assertThat(media.height()).isEqualTo(height);
    Media.Video video = Objects.requireNonNull(media.video());
    assertThat(video.rotation()).isEqualTo(rotation);
    assertThat(video.durationMillis()).isEqualTo(millis);
    assertThat(video.frameRate()).isEqualTo(frameRate);
    assertThat(video.tracks())
        .filteredOn(track -> track.type().equals("video"))
        .extracting(Media.Track::codec)
        .containsExactly(codec);
    assertThat(outcome.missing().stream().anyMatch(it -> it.name().equals("poster")))
        .isEqualTo(end.equals("missing"));
    assertThat(outcome.renditions())
        .extracting(Rendition::name)
        .satisfies(
            names ->
                assertThat(names.contains("poster") && names.contains("storyboard"))
                    .isEqualTo(end.equals("poster")))
        .contains("video");
  }

  @ParameterizedTest
  @CsvSource({
    "bbb_642x642_768kbps_30fps_vp9.webm, unsupported-format",
    "sample.mkv,                         unsupported-format",
    "sample_audio_only.mp4,              no-picture"
  })
  void areRefusedWithTheReason(String name, String code) throws Exception {
    var outcome = (Outcome.Rejected) harness.process(name, PipelineHarness.sample(name));

    assertThat(outcome.rejection().code()).hasToString(code);
  }
}
