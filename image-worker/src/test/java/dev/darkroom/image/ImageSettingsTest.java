package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.image.rendition.Output;
import dev.darkroom.image.rendition.OutputFormat;
import dev.darkroom.image.step.AnimationLimits;
import dev.darkroom.stage.config.InvalidSettingsException;
import dev.darkroom.stage.config.WorkerSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageSettingsTest {
  @Test
  void withoutConfigurationThereAreFourRenditions() {
    ImageSettings settings = settings(Map.of());

    assertThat(settings.renditions().toString())
        .contains("large", "medium", "small", "thumb")
        .contains("1920", "1024", "512", "160");
    assertThat(settings.renditions())
        .allSatisfy(
            spec ->
                assertThat(spec.outputs())
                    .containsExactly(
                        new Output(OutputFormat.WEBP, 80), new Output(OutputFormat.JPEG, 82)));
    assertThat(settings.limits().maxBytes()).isEqualTo(100L * 1024 * 1024);
    assertThat(settings.limits().maxPixels()).isEqualTo(50_000_000);
    assertThat(settings.worker().answerReserve()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void theMemoryLimitIsTheHeapButAReserve() {
    assertThat(settings(Map.of()).limits().memory())
        .isPositive()
        .isLessThan(Runtime.getRuntime().maxMemory());
  }

  @Test
  void everythingCanBeSet() {
    ImageSettings settings =
        settings(
            Map.of(
                "darkroom.image.renditions", "card 640x360 cover",
                "darkroom.image.jpeg-quality", "90",
                "darkroom.image.max-bytes", "5M",
                "darkroom.image.max-pixels", "7",
                "darkroom.image.max-edge", "8",
                "darkroom.image.max-frames", "9",
                "darkroom.image.max-memory", "10M",
                "darkroom.image.decode-time", "11s",
                "darkroom.answer-reserve", "1s",
                "darkroom.image.animation.max-frames", "2"),
            Map.of(
                "darkroom.image.formats", "jpeg,png",
                "darkroom.image.progressive-jpeg", "true",
                "darkroom.image.turbo", "false",
                "darkroom.image.max-jpeg-pixels", "12",
                "darkroom.image.max-total-pixels", "13",
                "darkroom.image.animation.max-pixels", "3",
                "darkroom.image.animation.time", "4s"));

    assertThat(settings.renditions()).hasSize(1);
    assertThat(settings.renditions().getFirst().outputs())
        .containsExactly(new Output(OutputFormat.JPEG, 90), new Output(OutputFormat.PNG, 100));
    assertThat(settings.progressiveJpeg()).isTrue();
    assertThat(settings.turbo()).isFalse();
    assertThat(settings.limits().maxBytes()).isEqualTo(5 * 1024 * 1024);
    assertThat(settings.limits().maxPixels()).isEqualTo(7);
    assertThat(settings.limits().maxJpegPixels()).isEqualTo(12);
    assertThat(settings.limits().maxTotalPixels()).isEqualTo(13);
    assertThat(settings.animation()).isEqualTo(new AnimationLimits(2, 3, Duration.ofSeconds(4)));
    assertThat(settings.limits().maxEdge()).isEqualTo(8);
    assertThat(settings.limits().maxFrames()).isEqualTo(9);
    assertThat(settings.limits().memory()).isEqualTo(10 * 1024 * 1024);
    assertThat(settings.limits().decodeTime()).isEqualTo(Duration.ofSeconds(11));
    assertThat(settings.worker().answerReserve()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () ->
                settings(
                    Map.of(
                        "darkroom.image.renditions", "a 1x1 fit,b 0x1 fit,c,a 2x2 fit",
                        "darkroom.image.formats", "webp,heic",
                        "darkroom.image.jpeg-quality", "101",
                        "darkroom.image.max-bytes", "much",
                        "darkroom.image.max-edge", "0",
                        "darkroom.image.decode-time", "0s",
                        "darkroom.answer-reserve", "16m")))
        .withMessageContainingAll(
            "b: sides must be",
            "'c' is not of the form",
            "two are named 'a'",
            "darkroom.image.formats: no format is called 'heic'",
            "darkroom.image.jpeg-quality: 101 is not between 1 and 100",
            "darkroom.image.max-bytes: much is not a size",
            "darkroom.image.max-edge: 0 is not between 1 and",
            "darkroom.image.decode-time: 0s is not between",
            "darkroom.answer-reserve: 16m is not between 0s and 15m");
  }

  static ImageSettings settings(Map<String, String> properties) {
    return ImageSettings.of(WorkerSettings.detached(properties));
  }

  private static ImageSettings settings(Map<String, String> properties, Map<String, String> more) {
    var all = new HashMap<>(properties);
    all.putAll(more);
    return settings(all);
  }
}
