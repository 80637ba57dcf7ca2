package dev.darkroom.infra;

import dev.darkroom.infra.Combination.Share;
import dev.darkroom.infra.Combination.Sum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads {@code AWS::CloudWatch::Alarm}, which watches one metric or an expression of several.
 * Whatever it asks for beyond what {@link Alarm} can say is a fault.
 */
final class AlarmReader {
  private static final Pattern SHARE =
      Pattern.compile("IF\\((\\w+) >= (\\d+), 100 \\* \\1 / (\\w+), 0\\)");

  private AlarmReader() {}

  static Alarm read(String logicalName, Properties alarm) {
    var expressions = alarm.mappings("Metrics");
    var periods = alarm.integer("EvaluationPeriods");
    var read =
        new Alarm(
            logicalName,
            alarm.text("AlarmDescription"),
            expressions.isEmpty()
                ? List.of(single(alarm))
                : expressions.stream().flatMap(it -> measurement(it).stream()).toList(),
            combination(expressions),
            alarm.number("Threshold"),
            periods,
            alarm.optionalInteger("DatapointsToAlarm").orElse(periods));
    only(alarm, "ComparisonOperator", "GreaterThanThreshold");
    only(alarm, "TreatMissingData", "notBreaching");
    OnlyOnAws.ignore(ResourceType.ALARM, alarm);
    alarm.done();
    return read;
  }

  /** Reads the expression in CloudWatch's metric math, of which two forms are known here. */
  private static Combination combination(List<Properties> queries) {
    for (var query : queries) {
      var expression = query.optionalText("Expression").orElse("SUM(METRICS())");
      var share = SHARE.matcher(expression);
      if (share.matches()) {
        return new Share(share.group(1), share.group(3), Double.parseDouble(share.group(2)));
      }
      if (!expression.equals("SUM(METRICS())")) {
        query.fault("an expression is SUM(METRICS()) or IF(a >= 5, 100 * a / b, 0) here");
      }
    }
    return new Sum();
  }

  private static Measurement single(Properties alarm) {
    return new Measurement(
        "value",
        alarm.text("Namespace"),
        alarm.text("MetricName"),
        dimensions(alarm),
        alarm.optionalText("ExtendedStatistic").orElseGet(() -> alarm.text("Statistic")),
        alarm.seconds("Period"));
  }

  /** Reads a measurement. Returns empty for the expression, which measures nothing itself. */
  private static Optional<Measurement> measurement(Properties query) {
    var id = query.text("Id");
    if (query.optionalText("Expression").isPresent()) {
      query.ignore("Label");
      query.done();
      return Optional.empty();
    }
    only(query, "ReturnData", "false");
    var stat = query.nested("MetricStat");
    var metric = stat.nested("Metric");
    var measurement =
        new Measurement(
            id,
            metric.text("Namespace"),
            metric.text("MetricName"),
            dimensions(metric),
            stat.text("Stat"),
            stat.seconds("Period"));
    metric.done();
    stat.done();
    query.done();
    return Optional.of(measurement);
  }

  private static Map<String, Value> dimensions(Properties metric) {
    var dimensions = new LinkedHashMap<String, Value>();
    for (var dimension : metric.mappings("Dimensions")) {
      var name = dimension.text("Name");
      dimension.optional("Value").ifPresent(value -> dimensions.put(name, value));
      dimension.done();
    }
    return dimensions;
  }

  private static void only(Properties properties, String key, String value) {
    if (!properties.text(key).equals(value)) {
      properties.fault(key + " is always " + value + " here");
    }
  }
}
