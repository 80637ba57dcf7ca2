package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.stage.config.InvalidSettingsException;
import dev.darkroom.stage.config.WorkerSettings;
import dev.darkroom.video.frame.FrameLimits;
import dev.darkroom.video.picture.Poster;
import dev.darkroom.video.plan.StreamPolicy;
import dev.darkroom.video.read.RangedOriginal;
import dev.darkroom.video.rewrap.ContainerRewrapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VideoSettingsTest {
  @Test
  void whatIsNotSetHasADefault() {
    VideoSettings settings = PipelineHarness.settings();

    assertThat(settings)
        .isEqualTo(
            new VideoSettings(
                settings.worker(),
                settings.streamQueue(),
                Duration.ofSeconds(60),
                new RangedOriginal.Limits(64 << 10, 320),
                64 << 20,
                16 << 20,
                new FrameLimits(4096),
                new Poster.Sizes(1920, 1024, 512, 160),
                160,
                320,
                82,
                78,
                false,
                new StreamPolicy(StreamPolicy.When.NEVER, List.of(1080, 720, 480)),
                new ContainerRewrapper.Settings(true, 8L << 30, Duration.ofMinutes(10))));
    assertThat(settings.worker().answerReserve()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.worker().warmUp()).isTrue();
  }

  @Test
  void everythingCanBeSet() {
    VideoSettings settings =
        PipelineHarness.settings(
            Map.ofEntries(
                Map.entry("darkroom.answer-reserve", "1s"),
                Map.entry("darkroom.video.time-budget", "2m"),
                Map.entry("darkroom.video.read-ahead", "5K"),
                Map.entry("darkroom.video.max-requests", "6"),
                Map.entry("darkroom.video.max-index-size", "70K"),
                Map.entry("darkroom.video.max-frame-size", "80K"),
                Map.entry("darkroom.video.max-frame-edge", "900"),
                Map.entry("darkroom.video.poster-edge", "110"),
                Map.entry("darkroom.video.medium-edge", "120"),
                Map.entry("darkroom.video.small-edge", "130"),
                Map.entry("darkroom.video.thumb-edge", "140"),
                Map.entry("darkroom.video.tile-edge", "150"),
                Map.entry("darkroom.video.preview-edge", "170"),
                Map.entry("darkroom.video.jpeg-quality", "18"),
                Map.entry("darkroom.video.webp-quality", "19"),
                Map.entry("darkroom.video.hls", "true"),
                Map.entry("darkroom.stream", "always"),
                Map.entry("darkroom.stream-ladder", "720, 144"),
                Map.entry("darkroom.video.containers", "false"),
                Map.entry("darkroom.video.max-container-size", "3G"),
                Map.entry("darkroom.video.container-time", "2m")));

    assertThat(settings)
        .isEqualTo(
            new VideoSettings(
                settings.worker(),
                settings.streamQueue(),
                Duration.ofMinutes(2),
                new RangedOriginal.Limits(5 << 10, 6),
                70 << 10,
                80 << 10,
                new FrameLimits(900),
                new Poster.Sizes(110, 120, 130, 140),
                150,
                170,
                18,
                19,
                true,
                new StreamPolicy(StreamPolicy.When.ALWAYS, List.of(720, 144)),
                new ContainerRewrapper.Settings(false, 3L << 30, Duration.ofMinutes(2))));
    assertThat(settings.worker().answerReserve()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void videosThatBrowsersDoNotPlayAreStreamedUnlessSetOtherwise() {
    VideoSettings settings = VideoSettings.of(WorkerSettings.detached(Map.of()));

    assertThat(settings.stream().when()).isEqualTo(StreamPolicy.When.REQUIRED);
  }

  @Test
  void everyFaultOfALadderIsReported() {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () ->
                PipelineHarness.settings(
                    Map.of(
                        "darkroom.stream", "sometimes",
                        "darkroom.stream-ladder", "2162,wide,481,720,720,480,360,240,200,160")))
        .withMessageContainingAll(
            "darkroom.stream: sometimes is none of required, always, never",
            "darkroom.stream-ladder: 2162 is not between 144 and 2160",
            "darkroom.stream-ladder: wide is not a whole number",
            "darkroom.stream-ladder: 481 is odd",
            "darkroom.stream-ladder: 720 does not fall after 720",
            "darkroom.stream-ladder: has 7 rungs, more than 6");
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () ->
                PipelineHarness.settings(
                    Map.of(
                        "darkroom.video.jpeg-quality", "101",
                        "darkroom.video.time-budget", "0S",
                        "darkroom.video.read-ahead", "1",
                        "darkroom.video.max-frame-size", "200M",
                        "darkroom.video.poster-edge", "wide")))
        .withMessageContainingAll(
            "darkroom.video.jpeg-quality: 101 is not between 1 and 100",
            "darkroom.video.time-budget: 0S is not between",
            "darkroom.video.read-ahead: 1 is not between 4K and 4M",
            "darkroom.video.max-frame-size: 200M is not between 64K and 128M",
            "darkroom.video.poster-edge: wide is not a whole number");
  }
}
