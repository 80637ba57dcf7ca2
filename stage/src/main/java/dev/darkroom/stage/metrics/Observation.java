package dev.darkroom.stage.metrics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a function: its figures, and the properties that explain them.
 * Properties are found in the logs and never become dimensions, so they may have any value.
 */
public final class Observation {
  private final Optional<String> outcome;
  private final Map<Metric, Double> figures = new EnumMap<>(Metric.class);
  private final Map<String, String> properties = new LinkedHashMap<>();

  private Observation(Optional<String> outcome) {
    this.outcome = outcome;
  }

  /** An observation that CloudWatch keeps by stage only. */
  public static Observation ofStage() {
    return new Observation(Optional.empty());
  }

  /**
   * An observation that CloudWatch also keeps by outcome.
   *
   * @param outcome one of few
   */
  public static Observation of(String outcome) {
    return new Observation(Optional.of(outcome));
  }

  /** Adds a figure; one that is not finite is left out, since CloudWatch would refuse the line. */
  public Observation with(Metric metric, double value) {
    if (Double.isFinite(value)) {
      figures.put(metric, value);
    }
    return this;
  }

  /** Adds a count. */
  public Observation with(Metric metric, long value) {
    return with(metric, (double) value);
  }

  /** Adds a property, unless its value is absent. */
  public Observation with(String property, @Nullable Object value) {
    if (value != null) {
      properties.put(property, value.toString());
    }
    return this;
  }

  Optional<String> outcome() {
    return outcome;
  }

  Map<Metric, Double> figures() {
    return Collections.unmodifiableMap(figures);
  }

  Map<String, String> properties() {
    return Collections.unmodifiableMap(properties);
  }
}
