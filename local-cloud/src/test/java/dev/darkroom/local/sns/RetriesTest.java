package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetriesTest {

  @Test
  void eachWaitIsTwiceAsLongUpToALimit() {
    assertThat(Retries.HTTP.delay(1)).isEqualTo(Duration.ofMillis(500));
    assertThat(Retries.HTTP.delay(2)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Retries.HTTP.delay(6)).isEqualTo(Duration.ofSeconds(16));
    assertThat(Retries.HTTP.delay(7)).isEqualTo(Duration.ofSeconds(20));
    assertThat(Retries.MAIL.delay(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void whatIsTooOldIsGivenUp() {
    Instant published = Instant.parse("2026-01-01T00:00:00Z");

    assertThat(Retries.HTTP.exhausted(published, published.plus(Duration.ofHours(1)))).isFalse();
    assertThat(Retries.HTTP.exhausted(published, published.plus(Duration.ofHours(1).plusMillis(1))))
        .isTrue();
    assertThat(Retries.QUEUE.exhausted(published, published.plus(Duration.ofDays(22)))).isFalse();
  }
}
