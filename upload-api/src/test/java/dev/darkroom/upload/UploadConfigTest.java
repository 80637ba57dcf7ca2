package dev.darkroom.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.darkroom.upload.http.Authentication;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UploadConfigTest {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "darkroom.bucket", "media",
          "darkroom.image-queue-url", "http://127.0.0.1:1/image-jobs",
          "darkroom.video-queue-url", "http://127.0.0.1:1/video-jobs",
          "darkroom.authentication", "jwt");

  @Test
  void whatIsNotSaidHasADefault() {
    UploadConfig config = read(Map.of());

    assertThat(config.authentication()).isEqualTo(Authentication.JWT);
    assertThat(config.maxUploadSize().asLongValue()).isEqualTo(5L << 30);
    assertThat(config.maxBodySize().asLongValue()).isEqualTo(4500 * 1024);
    assertThat(config.uploadValidity()).isEqualTo(Duration.ofMinutes(15));
    assertThat(config.linkValidity()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void everythingCanBeSaid() {
    UploadConfig config =
        read(
            Map.of(
                "darkroom.authentication", "none",
                "darkroom.max-upload-size", "100M",
                "darkroom.max-body-size", "1M",
                "darkroom.upload-validity", "30s",
                "darkroom.link-validity", "7D"));

    assertThat(config.authentication()).isEqualTo(Authentication.NONE);
    assertThat(config.maxUploadSize().asLongValue()).isEqualTo(100L << 20);
    assertThat(config.maxBodySize().asLongValue()).isEqualTo(1L << 20);
    assertThat(config.uploadValidity()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.linkValidity()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    Map<String, String> wrong =
        Map.of(
            "darkroom.authentication", "basic",
            "darkroom.max-upload-size", "6G",
            "darkroom.max-body-size", "0",
            "darkroom.upload-validity", "0s",
            "darkroom.link-validity", "8D");

    assertThatThrownBy(() -> builder(wrong).build())
        .isInstanceOf(ConfigValidationException.class)
        .hasMessageContaining("darkroom.bucket")
        .hasMessageContaining("darkroom.image-queue-url")
        .hasMessageContaining("darkroom.video-queue-url")
        .hasMessageContaining("basic")
        .hasMessageContaining("6G is not between 1 and 5368709120 bytes")
        .hasMessageContaining("0 is not between 1 and 4718592 bytes")
        .hasMessageContaining("0s is not between 1 second and 7 days")
        .hasMessageContaining("8D is not between 1 second and 7 days");
  }

  private static UploadConfig read(Map<String, String> some) {
    var all = new HashMap<>(REQUIRED);
    all.putAll(some);
    return builder(all).build().getConfigMapping(UploadConfig.class);
  }

  private static SmallRyeConfigBuilder builder(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
        .withConverter(Duration.class, 100, new DurationConverter())
        .withMapping(UploadConfig.class)
        .withSources(new PropertiesConfigSource(values, "test", 100));
  }
}
