package dev.darkroom.upload.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.stage.config.InvalidSettingsException;
import dev.darkroom.upload.http.Authentication;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class UploadSettingsTest {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "darkroom.bucket", "media",
          "darkroom.image-queue-url", "http://127.0.0.1:1/image-jobs",
          "darkroom.video-queue-url", "http://127.0.0.1:1/video-jobs",
          "darkroom.authentication", "jwt");

  @Test
  void whatIsNotSaidHasADefault() {
    UploadSettings settings = read(Map.of());

    assertThat(settings.authentication()).isEqualTo(Authentication.JWT);
    assertThat(settings.limits().maxUploadSize()).isEqualTo(5L << 30);
    assertThat(settings.limits().maxBodySize()).isEqualTo(4500 * 1024);
    assertThat(settings.limits().uploadValidity()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.limits().linkValidity()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void everythingCanBeSaid() {
    UploadSettings settings =
        read(
            Map.of(
                "darkroom.authentication", "none",
                "darkroom.max-upload-size", "100M",
                "darkroom.max-body-size", "1M",
                "darkroom.upload-validity", "30s",
                "darkroom.link-validity", "7D"));

    assertThat(settings.authentication()).isEqualTo(Authentication.NONE);
    assertThat(settings.limits().maxUploadSize()).isEqualTo(100L << 20);
    assertThat(settings.limits().maxBodySize()).isEqualTo(1L << 20);
    assertThat(settings.limits().uploadValidity()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.limits().linkValidity()).isEqualTo(Duration.ofDays(7));
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    Map<String, String> wrong =
        Map.of(
            "darkroom.authentication", "basic",
            "darkroom.max-upload-size", "6G",
            "darkroom.max-body-size", "0",
            "darkroom.upload-validity", "0s",
            "darkroom.link-validity", "8D");

    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(() -> UploadSettings.of(source(wrong)))
        .withMessage(
            """
            The configuration is not valid:
            - darkroom.bucket: must be set
            - darkroom.image-queue-url: must be set
            - darkroom.video-queue-url: must be set
            - darkroom.authentication: basic is none of jwt, none
            - darkroom.max-upload-size: 6G is not between 1 and 5G
            - darkroom.max-body-size: 0 is not between 1 and 4608K
            - darkroom.upload-validity: 0s is not between 1s and 7d
            - darkroom.link-validity: 8D is not between 1s and 7d""");
  }

  private static UploadSettings read(Map<String, String> some) {
    var all = new HashMap<>(REQUIRED);
    all.putAll(some);
    return UploadSettings.of(source(all));
  }

  private static Function<String, Optional<String>> source(Map<String, String> values) {
    return name -> Optional.ofNullable(values.get(name));
  }
}
