package dev.darkroom.local.alarm;

import java.util.Map;

/**
 * The local figures that stand for a metric of CloudWatch.
 *
 * @param name name of the figures
 * @param with labels that they have
 * @param without labels that they do not have
 */
record Selection(String name, Map<String, String> with, Map<String, String> without) {
  /** Suffix of figures that only grow ("Metric and label naming" in Prometheus' documentation). */
  private static final String COUNTER = "_total";

  Selection {
    with = Map.copyOf(with);
    without = Map.copyOf(without);
  }

  boolean takes(String figure, Map<String, String> labels) {
    return figure.equals(name)
        && labels.entrySet().containsAll(with.entrySet())
        && without.entrySet().stream().noneMatch(labels.entrySet()::contains);
  }

  /** Whether the figure only grows, so that its growth is what a period counted. */
  boolean isCounter() {
    return name.endsWith(COUNTER);
  }
}
