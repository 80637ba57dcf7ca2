package dev.darkroom.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.engine.stream.EncoderSettings;
import dev.darkroom.stage.config.InvalidSettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StreamSettingsTest {
  private static final Map<String, String> PLACES =
      Map.of(
          "darkroom.bucket", "media",
          "darkroom.stream-queue-url", "http://127.0.0.1:1/stream-jobs",
          "darkroom.video-queue-url", "http://127.0.0.1:1/video-jobs");

  @Test
  void whatIsNotSetHasADefault() {
    assertThat(settings(Map.of()))
        .isEqualTo(
            new StreamSettings(
                "media",
                "http://127.0.0.1:1/stream-jobs",
                "http://127.0.0.1:1/video-jobs",
                Optional.empty(),
                EncoderSettings.DEFAULT,
                Duration.ofSeconds(3),
                true));
  }

  @Test
  void everythingCanBeSet() {
    StreamSettings settings =
        settings(
            Map.of(
                "darkroom.engine", "/opt/bin/ffmpeg",
                "darkroom.stream.crf", "20",
                "darkroom.stream.preset", "medium",
                "darkroom.stream.threads", "2",
                "darkroom.stream.sound-kbits", "128",
                "darkroom.answer-reserve", "5s",
                "darkroom.warm-up", "false"));

    assertThat(settings.engine()).contains(Path.of("/opt/bin/ffmpeg"));
    assertThat(settings.encoder())
        .isEqualTo(
            new EncoderSettings(20, "medium", EncoderSettings.DEFAULT.bitsPerPixel(), 2, 128));
    assertThat(settings.answerReserve()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.warmUp()).isFalse();
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    assertThatThrownBy(
            () ->
                StreamSettings.of(
                    name ->
                        Optional.ofNullable(
                            Map.of(
                                    "darkroom.stream.crf", "51",
                                    "darkroom.stream.preset", "placebo",
                                    "darkroom.stream.threads", "0")
                                .get(name))))
        .isInstanceOf(InvalidSettingsException.class)
        .hasMessageContainingAll(
            "darkroom.bucket: must be set",
            "darkroom.stream-queue-url: must be set",
            "darkroom.video-queue-url: must be set",
            "darkroom.stream.crf: 51 is not between 10 and 40",
            "darkroom.stream.preset: placebo is none of ultrafast",
            "darkroom.stream.threads: 0 is not between 1 and 16");
  }

  private static StreamSettings settings(Map<String, String> some) {
    var all = new HashMap<>(PLACES);
    all.putAll(some);
    return StreamSettings.of(name -> Optional.ofNullable(all.get(name)));
  }
}
