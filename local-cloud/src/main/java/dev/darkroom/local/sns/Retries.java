package dev.darkroom.local.sns;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides when a failed delivery is attempted again: after {@code first}, then each time after
 * twice as long but at most {@code longest}, until the message is {@code giveUpAfter} old. The
 * bounds are SNS's ("Amazon SNS message delivery retries" in the developer guide).
 */
enum Retries {
  QUEUE(Duration.ofMillis(200), Duration.ofSeconds(20), Duration.ofDays(23)),

  /**
   * Tries for an hour, the most that SNS can be set to, because developers restart their endpoints.
   * SNS's default is three retries in a minute.
   */
  HTTP(Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofHours(1)),

  MAIL(Duration.ofSeconds(10), Duration.ofMinutes(10), Duration.ofHours(6));

  private static final int MOST_DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final Duration giveUpAfter;

  Retries(Duration first, Duration longest, Duration giveUpAfter) {
    this.first = first;
    this.longest = longest;
    this.giveUpAfter = giveUpAfter;
  }

  /**
   * Time to wait before the next attempt.
   *
   * @param failures number of failed attempts, at least one
   */
  Duration delay(int failures) {
    Duration delay = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }

  boolean exhausted(Instant published, Instant now) {
    return published.plus(giveUpAfter).isBefore(now);
  }
}
