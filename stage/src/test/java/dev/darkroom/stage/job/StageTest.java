package dev.darkroom.stage.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StageTest {
  @Test
  void costsItsMemoryForItsTime() {
    assertThat(new Stage("image-worker", 1024).cost(Duration.ofSeconds(1))).isEqualTo(0.000016667);
    assertThat(new Stage("image-worker", 512).cost(Duration.ofMillis(500))).isEqualTo(0.000004167);
  }

  @Test
  void outsideLambdaNobodyKnowsTheCost() {
    assertThat(new Stage("image-worker", null).cost(Duration.ofSeconds(1))).isNull();
  }

  @Test
  void equalSettingsHaveOneFingerprintAndOthersAnother() {
    var stage = new Stage("image-worker", 1024);
    String settings = stage.shapedBy(List.of("large", 82)).settings();

    assertThat(settings).matches("[0-9a-hjkmnp-tv-z]{10}");
    assertThat(stage.shapedBy(List.of("large", 82)).settings()).isEqualTo(settings);
    assertThat(stage.shapedBy(List.of("large", 83)).settings()).isNotEqualTo(settings);
    assertThat(stage.settings()).isNull();
  }
}
