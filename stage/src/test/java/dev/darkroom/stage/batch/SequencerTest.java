package dev.darkroom.stage.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SequencerTest {
  @ParameterizedTest
  @CsvSource({
    "0055AED6DCD90281E5, 0055AED6DCD90281E6, -1",
    "0055AED6DCD90281E6, 0055AED6DCD90281E5, 1",
    "0055AED6DCD90281E5, 0055aed6dcd90281e5, 0",
    "0A,                 0A00,               0",
    "0A,                 0A01,               -1",
    "0B,                 0AFF,               1",
    "0a,                 0B,                 -1",
    "9F,                 A0,                 -1",
    "'',                 '',                 0",
    "'',                 00,                 0",
  })
  void ordersHexStringsPaddedOnTheRight(String a, String b, int order) {
    assertThat(Integer.signum(Sequencer.compare(a, b))).isEqualTo(order);
  }
}
