package dev.darkroom.stage.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
