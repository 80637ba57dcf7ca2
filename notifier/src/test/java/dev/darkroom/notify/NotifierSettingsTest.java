package dev.darkroom.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.darkroom.stage.config.InvalidSettingsException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NotifierSettingsTest {
  private static final String ARN = "arn:aws:sns:eu-central-1:123456789012:MediaCompletions";

  @Test
  void theStackNeedOnlyNameItsBucketAndTopic() {
    NotifierSettings settings =
        settings(Map.of("darkroom.bucket", "media", "darkroom.topic-arn", ARN));

    assertThat(settings.bucket()).isEqualTo("media");
    assertThat(settings.topicArn()).isEqualTo(ARN);
    assertThat(settings.url()).isEmpty();
    assertThat(settings.answerReserve()).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.warmUp()).isTrue();
  }

  @Test
  void everySettingIsRead() {
    NotifierSettings settings =
        settings(
            Map.of(
                "darkroom.bucket", "media",
                "darkroom.topic-arn", "arn:aws-cn:sns:cn-north-1:000000000000:a_B-1",
                "darkroom.url", "https://darkroom.example/app/",
                "darkroom.answer-reserve", "500MS",
                "darkroom.warm-up", "false"));

    assertThat(settings.url()).contains(URI.create("https://darkroom.example/app"));
    assertThat(settings.answerReserve()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.warmUp()).isFalse();
  }

  @Test
  void everyFaultIsReportedAtOnce() {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () ->
                settings(
                    Map.of(
                        "darkroom.topic-arn", "MediaCompletions",
                        "darkroom.url", "ftp://darkroom.example",
                        "darkroom.answer-reserve", "20M",
                        "darkroom.warm-up", "perhaps")))
        .withMessage(
            """
            The configuration is not valid:
            - darkroom.bucket: must be set
            - darkroom.topic-arn: MediaCompletions is no ARN of an SNS topic
            - darkroom.url: ftp://darkroom.example is no address of a web site
            - darkroom.answer-reserve: 20M is not between 0s and 15m
            - darkroom.warm-up: perhaps is neither true nor false""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"darkroom.example", "https://", "https://a.example/?x=1", "https://a b/"})
  void whatIsNoAddressIsRefused(String url) {
    assertThatExceptionOfType(InvalidSettingsException.class)
        .isThrownBy(
            () ->
                settings(
                    Map.of(
                        "darkroom.bucket", "media",
                        "darkroom.topic-arn", ARN,
                        "darkroom.url", url)));
  }

  private static NotifierSettings settings(Map<String, String> properties) {
    return NotifierSettings.of(name -> Optional.ofNullable(properties.get(name)));
  }
}
