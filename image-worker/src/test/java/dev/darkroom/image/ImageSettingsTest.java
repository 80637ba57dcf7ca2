package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageSettingsTest {
  @Test
  void without_configuration_there_are_four_renditions() {
    ImageSettings settings = settings(Map.of());

    assertThat(settings.renditions().toString())
        .contains("large", "medium", "small", "thumb")
        .contains("1920", "1024", "512", "160");
    assertThat(settings.jpegQuality()).isEqualTo(82);
    assertThat(settings.limits().maxBytes()).isEqualTo(100L * 1024 * 1024);
    assertThat(settings.limits().maxPixels()).isEqualTo(50_000_000);
    assertThat(settings.answerReserve()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void the_memory_limit_is_the_heap_but_a_reserve() {
    assertThat(settings(Map.of()).limits().memory())
        .isPositive()
        .isLessThan(Runtime.getRuntime().maxMemory());
  }

  @Test
  void everything_can_be_set() {
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
                "darkroom.image.answer-reserve", "1s"));

    assertThat(settings.renditions()).hasSize(1);
    assertThat(settings.jpegQuality()).isEqualTo(90);
    assertThat(settings.limits().maxBytes()).isEqualTo(5 * 1024 * 1024);
    assertThat(settings.limits().maxPixels()).isEqualTo(7);
    assertThat(settings.limits().maxEdge()).isEqualTo(8);
    assertThat(settings.limits().maxFrames()).isEqualTo(9);
    assertThat(settings.limits().memory()).isEqualTo(10 * 1024 * 1024);
    assertThat(settings.limits().decodeTime()).isEqualTo(Duration.ofSeconds(11));
    assertThat(settings.answerReserve()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                settings(
                    Map.of(
                        "darkroom.image.renditions", "a 1x1 fit,b 0x1 fit,c,a 2x2 fit",
                        "darkroom.image.jpeg-quality", "101",
                        "darkroom.image.max-edge", "0")))
        .withMessageContaining("b: sides must be")
        .withMessageContaining("'c' is not of the form")
        .withMessageContaining("two are named 'a'")
        .withMessageContaining("darkroom.image.jpeg-quality: must be 1 to 100")
        .withMessageContaining("darkroom.image.max-edge");
  }

  static ImageSettings settings(Map<String, String> properties) {
    var all = new HashMap<>(properties);
    all.put("darkroom.bucket", "media");
    all.put("darkroom.image-queue-url", "http://127.0.0.1/image");
    all.put("darkroom.video-queue-url", "http://127.0.0.1/video");
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(ImageWorkerConfig.class)
            .withConverter(MemorySize.class, 500, new MemorySizeConverter())
            .withConverter(Duration.class, 500, new DurationConverter())
            .withSources(new PropertiesConfigSource(all, "test", 100))
            .build();
    return ImageSettings.of(config.getConfigMapping(ImageWorkerConfig.class).image());
  }
}
