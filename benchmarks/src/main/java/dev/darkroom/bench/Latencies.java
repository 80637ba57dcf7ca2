package dev.darkroom.bench;

import java.time.Duration;
import java.util.List;

/** Durations of one operation, measured many times. */
record Latencies(List<Duration> sorted) {
  Latencies {
    sorted = sorted.stream().sorted().toList();
  }

  /** Returns the nearest-rank percentile. With fewer than 100 measurements, p99 is the slowest. */
  Duration percentile(double p) {
    int rank = (int) Math.ceil(p / 100 * sorted.size());
    return sorted.get(Math.max(0, rank - 1));
  }

  long p50Millis() {
    return percentile(50).toMillis();
  }

  long p99Millis() {
    return percentile(99).toMillis();
  }
}
