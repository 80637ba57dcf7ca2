package dev.darkroom.host.runtime;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/** Metrics of all functions, for Prometheus. Each has the label {@code function}. */
final class FunctionMetrics {

  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900
  };

  private static final double BYTES_PER_MIB = 1024 * 1024;

  private final Counter invocations;
  private final Counter throttles;
  private final Counter billed;
  private final Gauge inFlight;
  private final Gauge memoryPeak;
  private final Histogram durations;
  private final Histogram inits;

  FunctionMetrics(PrometheusRegistry registry) {
    invocations =
        Counter.builder()
            .name("function_invocations_total")
            .help(
                "Invocations by outcome: success, batch-failures, error, timeout, out-of-memory,"
                    + " exit")
            .labelNames("function", "outcome")
            .register(registry);
    throttles =
        Counter.builder()
            .name("function_throttles_total")
            .help("Events refused because all processes were busy")
            .labelNames("function")
            .register(registry);
    billed =
        Counter.builder()
            .name("function_billed_seconds_total")
            .help("Billed duration, including the start of processes")
            .labelNames("function")
            .register(registry);
    inFlight =
        Gauge.builder()
            .name("function_in_flight")
            .help("Invocations under way")
            .labelNames("function")
            .register(registry);
    memoryPeak =
        Gauge.builder()
            .name("function_memory_peak_bytes")
            .help("Peak memory of the process of the latest invocation")
            .labelNames("function")
            .register(registry);
    durations =
        Histogram.builder()
            .name("function_duration_seconds")
            .help("Duration of invocations, without the start of processes")
            .labelNames("function")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
    inits =
        Histogram.builder()
            .name("function_init_duration_seconds")
            .help("Duration from the start of a process to its first request for an event")
            .labelNames("function")
            .classicOnly()
            .classicUpperBounds(SECONDS)
            .register(registry);
  }

  /** Makes a function's metrics appear as zeros before its first event. */
  void introduce(String function) {
    invocations.labelValues(function, Outcome.SUCCESS.label()).inc(0);
    throttles.labelValues(function).inc(0);
    billed.labelValues(function).inc(0);
    inFlight.labelValues(function).set(0);
  }

  void began(String function) {
    inFlight.labelValues(function).inc();
  }

  void ended(String function) {
    inFlight.labelValues(function).dec();
  }

  void throttled(String function) {
    throttles.labelValues(function).inc();
  }

  void reported(String function, Report report) {
    invocations.labelValues(function, report.outcome().label()).inc();
    billed.labelValues(function).inc(report.billedMillis() / 1e3);
    memoryPeak.labelValues(function).set(report.peakMiB() * BYTES_PER_MIB);
    durations.labelValues(function).observe(seconds(report.duration()));
    report.init().ifPresent(took -> inits.labelValues(function).observe(seconds(took)));
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
