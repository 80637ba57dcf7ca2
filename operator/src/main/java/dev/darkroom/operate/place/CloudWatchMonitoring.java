package dev.darkroom.operate.place;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/**
 * Asks CloudWatch.
 *
 * @param resources physical ids by the names in the template
 */
record CloudWatchMonitoring(CloudWatchClient cloudWatch, Map<String, String> resources)
    implements Monitoring {
  /** SQS states its metrics every minute, some minutes late. */
  private static final Duration BACK = Duration.ofMinutes(10);

  private static final String SUFFIX = "Alarm";

  /** Most names in a request (CloudWatch API Reference, "DescribeAlarms"). */
  private static final int MAX_NAMES = 100;

  @Override
  public Optional<Duration> age(String queueName) {
    Instant now = Instant.now();
    var queue = Dimension.builder().name("QueueName").value(queueName).build();
    return cloudWatch
        .getMetricStatistics(
            r ->
                r.namespace("AWS/SQS")
                    .metricName("ApproximateAgeOfOldestMessage")
                    .dimensions(queue)
                    .startTime(now.minus(BACK))
                    .endTime(now)
                    .period(60)
                    .statistics(Statistic.MAXIMUM))
        .datapoints()
        .stream()
        .max(Comparator.comparing(Datapoint::timestamp))
        .map(point -> Duration.ofSeconds(point.maximum().longValue()));
  }

  @Override
  public Map<String, String> alarms() {
    var names = new TreeMap<String, String>();
    resources.forEach(
        (name, id) -> {
          if (name.endsWith(SUFFIX)) {
            names.put(id, name);
          }
        });
    var states = new TreeMap<String, String>();
    List<String> ids = names.keySet().stream().limit(MAX_NAMES).toList();
    if (!ids.isEmpty()) {
      cloudWatch
          .describeAlarms(r -> r.alarmNames(ids))
          .metricAlarms()
          .forEach(
              alarm ->
                  states.put(
                      names.getOrDefault(alarm.alarmName(), alarm.alarmName()),
                      alarm.stateValueAsString()));
    }
    return states;
  }
}
