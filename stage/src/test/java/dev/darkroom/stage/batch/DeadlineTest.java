package dev.darkroom.stage.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class DeadlineTest {
  @Test
  void isAheadUntilItPasses() {
    Deadline ahead = Deadline.after(Duration.ofHours(1));

    assertThat(ahead.passed()).isFalse();
    assertThat(ahead.remaining()).isBetween(Duration.ofMinutes(1), Duration.ofHours(1));
    assertThatCode(ahead::check).doesNotThrowAnyException();
  }

  @Test
  void stopsWorkOncePassed() {
    Deadline passed = Deadline.after(Duration.ofSeconds(-1));

    assertThat(passed.passed()).isTrue();
    assertThat(passed.remaining()).isNegative();
    assertThatExceptionOfType(TimeoutException.class).isThrownBy(passed::check);
  }
}
