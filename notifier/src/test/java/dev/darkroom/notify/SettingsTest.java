package dev.darkroom.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final String ARN = "arn:aws:sns:eu-central-1:123456789012:MediaCompletions";

  @Test
  void theStackNeedOnlyNameItsBucketAndTopic() {
    NotifierConfig config = config(Map.of("darkroom.bucket", "media", "darkroom.topic-arn", ARN));

    assertThat(config.bucket()).isEqualTo("media");
    assertThat(config.topicArn()).isEqualTo(ARN);
    assertThat(config.url()).isEmpty();
    assertThat(config.answerReserve()).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.warmUp()).isTrue();
  }

  @Test
  void everySettingIsRead() {
    NotifierConfig config =
        config(
            Map.of(
                "darkroom.bucket", "media",
                "darkroom.topic-arn", "arn:aws-cn:sns:cn-north-1:000000000000:a_B-1",
                "darkroom.url", "https://darkroom.example/app/",
                "darkroom.answer-reserve", "500MS",
                "darkroom.warm-up", "false"));

    assertThat(config.url()).contains(URI.create("https://darkroom.example/app"));
    assertThat(config.answerReserve()).isEqualTo(Duration.ofMillis(500));
    assertThat(config.warmUp()).isFalse();
  }

  @Test
  void everythingWrongIsSaidAtOnce() {
    assertThatExceptionOfType(ConfigValidationException.class)
        .isThrownBy(
            () ->
                config(
                    Map.of(
                        "darkroom.topic-arn", "MediaCompletions",
                        "darkroom.url", "ftp://darkroom.example",
                        "darkroom.answer-reserve", "20M")))
        .satisfies(
            e ->
                assertThat(
                        IntStream.range(0, e.getProblemCount())
                            .mapToObj(i -> e.getProblem(i).getMessage())
                            .collect(Collectors.joining("\n")))
                    .contains(
                        "darkroom.bucket",
                        "MediaCompletions is no ARN of an SNS topic",
                        "ftp://darkroom.example is no address of a web site",
                        "20M is not between 0 and 15 minutes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"darkroom.example", "https://", "https://a.example/?x=1", "https://a b/"})
  void whatIsNoAddressIsRefused(String url) {
    assertThatExceptionOfType(ConfigValidationException.class)
        .isThrownBy(
            () ->
                config(
                    Map.of(
                        "darkroom.bucket", "media",
                        "darkroom.topic-arn", ARN,
                        "darkroom.url", url)));
  }

  private static NotifierConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withMapping(NotifierConfig.class)
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build()
        .getConfigMapping(NotifierConfig.class);
  }
}
