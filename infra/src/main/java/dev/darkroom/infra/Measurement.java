package dev.darkroom.infra;

import java.time.Duration;
import java.util.Map;

/**
 * A metric of CloudWatch, summed up in periods.
 *
 * @param id name of the measurement in an alarm's expression
 * @param namespace namespace of the metric, such as {@code AWS/SQS}
 * @param metric name of the metric
 * @param dimensions what is measured, with unresolved references
 * @param statistic {@code Sum}, {@code Maximum}, {@code Minimum}, or a percentile like {@code p90}
 */
public record Measurement(
    String id,
    String namespace,
    String metric,
    Map<String, Value> dimensions,
    String statistic,
    Duration period) {
  public Measurement {
    dimensions = Map.copyOf(dimensions);
  }
}
