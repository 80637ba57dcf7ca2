package dev.darkroom.stage.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void aCallThatFailsStopsNeitherTheOthersNorTheStart() {
    List<String> made = new ArrayList<>();

    WarmUp.run(
        () -> {
          throw new IllegalStateException("away");
        },
        () -> made.add("second"));

    assertThat(made).containsExactly("second");
  }
}
