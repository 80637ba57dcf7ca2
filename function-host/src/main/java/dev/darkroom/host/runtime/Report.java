package dev.darkroom.host.runtime;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Duration and memory of an invocation, as Lambda prints them in its REPORT line.
 *
 * @param duration time from the event to the request for the next one
 * @param init time to start the process, if it was started for this event
 * @param peakMiB peak memory of the process and its children so far, in MiB; 0 if unknown
 */
record Report(
    String requestId,
    Duration duration,
    Optional<Duration> init,
    int memoryMiB,
    long peakMiB,
    Outcome outcome) {

  /** Billed milliseconds, rounded up. Since August 2025 AWS bills the start as well. */
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
