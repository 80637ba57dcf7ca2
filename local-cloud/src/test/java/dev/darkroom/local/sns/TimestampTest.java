package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimestampTest {

  @Test
  void aTimeHasMillisecondsEvenWhenTheyAreZero() {
    assertThat(Timestamp.of(Instant.parse("2026-01-01T00:00:00Z")))
        .isEqualTo("2026-01-01T00:00:00.000Z");
    assertThat(Timestamp.of(Instant.parse("2026-01-01T00:00:00.0509Z")))
        .isEqualTo("2026-01-01T00:00:00.050Z");
  }
}
