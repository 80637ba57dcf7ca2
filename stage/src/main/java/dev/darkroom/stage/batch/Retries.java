package dev.darkroom.stage.batch;

import java.time.Duration;

/** Decides how soon a message that failed is delivered again. */
@FunctionalInterface
public interface Retries {
  /**
   * Hides a message for this long, and no longer.
   *
   * @param queueArn the queue that the message came from
   * @param receiptHandle names this delivery of the message
   */
  void postpone(String queueArn, String receiptHandle, Duration delay);

  /**
   * Returns the delay after an attempt: 5 s, 20 s, 80 s, then always 150 s. A fault that may pass
   * is often over by then; without a delay of its own, a message would wait as long as one whose
   * function crashed, six times the function's timeout.
   *
   * @param attempt 1 for the first
   */
  static Duration delay(int attempt) {
    Duration longest = Duration.ofSeconds(150);
    Duration delay = Duration.ofSeconds(5L << (2 * Math.clamp(attempt - 1, 0, 3)));
    return delay.compareTo(longest) < 0 ? delay : longest;
  }
}
