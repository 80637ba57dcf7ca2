package dev.darkroom.host.figures;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what all functions have stated, for Prometheus. */
public final class StatedFigures implements MultiCollector {
  /** More series than functions with few outcomes, codes and routes make. */
  private static final int MAX_SERIES = 2000;

  private static final double[] SECONDS = {
    0.005,
    0.01,
    0.025,
    0.05,
    0.1,
    0.25,
    0.5,
    1,
    2.5,
    5,
    10,
    30,
    60,
    120,
    300,
    900,
    3600,
    Double.POSITIVE_INFINITY
  };

  private final Map<String, Map<Labels, Series>> counters = new TreeMap<>();
  private final Map<String, Map<Labels, Series>> times = new TreeMap<>();
  private int size;

  /** A figure's values so far. Only those of times are counted by bucket. */
  private static final class Series {
    double sum;
    final long[] buckets = new long[SECONDS.length];
  }

  /** Takes a line that a function printed; returns whether it states figures. */
  public boolean take(String line) {
    List<Figure> figures = EmbeddedMetrics.read(line);
    figures.forEach(this::add);
    return !figures.isEmpty();
  }

  private synchronized void add(Figure figure) {
    // A counter never falls, and a name has one type.
    if (figure.value() < 0 || (figure.isTime() ? counters : times).containsKey(figure.name())) {
      return;
    }
    Map<Labels, Series> family =
        (figure.isTime() ? times : counters).computeIfAbsent(figure.name(), _ -> new HashMap<>());
    Labels labels = labels(figure.labels());
    if (!family.containsKey(labels)) {
      if (size == MAX_SERIES) {
        return;
      }
      size++;
    }
    Series series = family.computeIfAbsent(labels, _ -> new Series());
    series.sum += figure.value();
    int bucket = 0;
    while (figure.value() > SECONDS[bucket]) {
      bucket++;
    }
    series.buckets[bucket]++;
  }

  private static Labels labels(Map<String, String> labels) {
    return Labels.of(
        labels.keySet().toArray(String[]::new), labels.values().toArray(String[]::new));
  }

  @Override
  public synchronized MetricSnapshots collect() {
    var snapshots = MetricSnapshots.builder();
    counters.forEach((name, family) -> snapshots.metricSnapshot(counter(name, family)));
    times.forEach((name, family) -> snapshots.metricSnapshot(histogram(name, family)));
    return snapshots.build();
  }

  private static MetricSnapshot counter(String name, Map<Labels, Series> family) {
    var snapshot = CounterSnapshot.builder().name(name).help("Stated by functions");
    family.forEach(
        (labels, series) ->
            snapshot.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(series.sum).build()));
    return snapshot.build();
  }

  private static MetricSnapshot histogram(String name, Map<Labels, Series> family) {
    var snapshot = HistogramSnapshot.builder().name(name).help("Stated by functions, in seconds");
    family.forEach(
        (labels, series) ->
            snapshot.dataPoint(
                HistogramDataPointSnapshot.builder()
                    .labels(labels)
                    .sum(series.sum)
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(SECONDS, series.buckets))
                    .build()));
    return snapshot.build();
  }
}
