package dev.darkroom.reconcile.pass;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * The last pass that reached its end without a fault. What it saw in order and has not changed
 * since needs no second look.
 *
 * @param startedAt when it began
 * @param ages what it passed over because it was younger
 */
public record Examined(Instant startedAt, Ages ages) {
  /** Largest difference between S3's clock and a function's. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  public Examined {
    requireNonNull(startedAt, "startedAt");
    requireNonNull(ages, "ages");
  }

  /** Whether it looked at an object that was changed last at this time, and was old enough. */
  public boolean covers(Instant modified, Duration age) {
    return modified.isBefore(startedAt.minus(age).minus(CLOCK_SKEW));
  }
}
