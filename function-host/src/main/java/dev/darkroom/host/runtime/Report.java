package dev.darkroom.host.runtime;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What an invocation took, as Lambda prints it in its REPORT line.
 *
 * @param duration from the event to the request for the next one
 * @param init what starting the process took, if it was started for this event
 * @param peakMiB most memory the process and its children had so far, as Lambda reports it; 0 if
 *     unknown
 */
record Report(
    String requestId,
    Duration duration,
    Optional<Duration> init,
    int memoryMiB,
    long peakMiB,
    Outcome outcome) {

  /** Whole milliseconds, rounded up; since August 2025 AWS bills the start as well. */
  long billedMillis() {
    double millis = millis(duration) + init.map(Report::millis).orElse(0.0);
    return (long) Math.ceil(millis);
  }

  String line() {
    var line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "REPORT RequestId: %s\tDuration: %.2f ms\tBilled Duration: %d ms\tMemory Size: %d MB"
                + "\tMax Memory Used: %d MB",
            requestId,
            millis(duration),
            billedMillis(),
            memoryMiB,
            peakMiB));
    init.ifPresent(
        took -> line.append(String.format(Locale.ROOT, "\tInit Duration: %.2f ms", millis(took))));
    if (!outcome.status().isEmpty()) {
      line.append("\tStatus: ").append(outcome.status());
    }
    return line.toString();
  }

  static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
