package dev.darkroom.local.alarm;

import dev.darkroom.infra.Alarm;
import dev.darkroom.infra.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an alarm measured lately. Its periods end now, so that an alarm is raised as soon as its
 * condition holds, while CloudWatch's end at full minutes.
 */
final class AlarmHistory {
  private final Alarm alarm;
  private final Map<Measurement, Selection> selections;
  private final Deque<Sample> samples = new ArrayDeque<>();

  /** Values at a moment, by measurement; those without figures are missing. */
  private record Sample(Instant at, Map<Measurement, Double> values) {}

  AlarmHistory(Alarm alarm, LocalMetrics metrics) {
    this.alarm = alarm;
    this.selections = new LinkedHashMap<>();
    var distinct = new HashSet<Selection>();
    for (var measurement : alarm.measurements()) {
      metrics
          .of(measurement)
          .filter(distinct::add)
          .ifPresent(it -> selections.put(measurement, it));
    }
  }

  /** Whether the local run measures all that the alarm needs. */
  boolean isMeasured() {
    return !selections.isEmpty();
  }

  void add(Instant now, Figures figures) {
    var values = new HashMap<Measurement, Double>();
    selections.forEach(
        (measurement, selection) ->
            figures.sum(selection).ifPresent(value -> values.put(measurement, value)));
    samples.addLast(new Sample(now, values));
    var oldest = now.minus(period().multipliedBy(alarm.periods()));
    // One older sample stays: it says what was counted before.
    while (samples.size() > 1 && secondIsBefore(oldest)) {
      samples.removeFirst();
    }
  }

  private boolean secondIsBefore(Instant moment) {
    var each = samples.iterator();
    each.next();
    return each.next().at().isBefore(moment);
  }

  /** Whether the value is above the threshold in as many of the latest periods as it must be. */
  boolean isRaised(Instant now) {
    int above = 0;
    for (int i = 0; i < alarm.periods(); i++) {
      var end = now.minus(period().multipliedBy(i));
      var value = value(end.minus(period()), end);
      if (value.isPresent() && value.getAsDouble() > alarm.threshold()) {
        above++;
      }
    }
    return above >= alarm.datapoints();
  }

  private Duration period() {
    return alarm.measurements().getFirst().period();
  }

  private OptionalDouble value(Instant start, Instant end) {
    var measured = new HashMap<String, Double>();
    selections.forEach(
        (measurement, selection) -> {
          var value =
              selection.isCounter()
                  ? growth(measurement, start, end)
                  : level(measurement, start, end);
          value.ifPresent(it -> measured.put(measurement.id(), it));
        });
    return alarm.combination().of(measured);
  }

  /** What was counted in a period. Before the first sample it was nothing: counters start at 0. */
  private OptionalDouble growth(Measurement measurement, Instant start, Instant end) {
    double before = 0;
    var latest = OptionalDouble.empty();
    for (var sample : samples) {
      var value = sample.values().get(measurement);
      if (value != null && !sample.at().isAfter(start)) {
        before = value;
      } else if (value != null && !sample.at().isAfter(end)) {
        latest = OptionalDouble.of(value);
      }
    }
    return latest.isPresent() ? OptionalDouble.of(latest.getAsDouble() - before) : latest;
  }

  private OptionalDouble level(Measurement measurement, Instant start, Instant end) {
    var values =
        samples.stream()
            .filter(sample -> sample.at().isAfter(start) && !sample.at().isAfter(end))
            .filter(sample -> sample.values().containsKey(measurement))
            .mapToDouble(sample -> sample.values().get(measurement));
    return measurement.statistic().equals("Minimum") ? values.min() : values.max();
  }
}
