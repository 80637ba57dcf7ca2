package dev.darkroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RejectionTest {
  @Test
  void saysWhatItsCodeSaysAndTheFactsOfTheCase() {
    assertThat(Rejection.of(ErrorCode.EMPTY_FILE).message()).isEqualTo("The file is empty.");
    assertThat(Rejection.of(ErrorCode.TOO_LONG, "It runs for 3 hours.").message())
        .isEqualTo("The video is too long. It runs for 3 hours.");
  }
}
