package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong raises an alarm that somebody gets, and nothing else does. */
final class AlarmsTest {
  private final Stack stack = DarkroomTemplate.stack();

  /** A function answers which records failed, so that Lambda counts no error of it. */
  @Test
  void whatEveryQueueSendsInVainIsCounted() {
    var failures = measurements("AWS/Lambda", "FailedInvokeEventCount");
    assertThat(failures)
        .flatExtracting(AlarmsTest::targets)
        .containsExactlyInAnyOrderElementsOf(
            stack.functions().stream()
                .flatMap(function -> eventSources(function.logicalName()))
                .toList());
  }

  @Test
  void everyQueueThatAFunctionEmptiesIsWatchedForMessagesThatStay() {
    var watched =
        Stream.concat(
                measurements("AWS/SQS", "ApproximateAgeOfOldestMessage").stream(),
                measurements("AWS/SQS", "ApproximateNumberOfMessagesVisible").stream())
            .flatMap(it -> targets(it).stream());
    assertThat(watched)
        .containsExactlyInAnyOrderElementsOf(
            stack.queues().stream()
                .map(queue -> "QueueName=${" + queue.logicalName() + ".QueueName}")
                .toList());
  }

  @Test
  void somebodyIsToldOfEveryMessageThatNoFunctionCouldHandle() {
    var alarm = alarm("UnhandledAlarm");
    assertThat(alarm.threshold()).isZero();
    assertThat(alarm.periods()).isEqualTo(1);
    assertThat(alarm.measurements())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.metric()).isEqualTo("ApproximateNumberOfMessagesVisible");
              assertThat(it.statistic()).isEqualTo("Maximum");
              assertThat(targets(it)).containsExactly("QueueName=${Unhandled.QueueName}");
            });
  }

  @Test
  void theThrottlesOfEveryFunctionAreCounted() {
    assertThat(measurements("AWS/Lambda", "Throttles"))
        .flatExtracting(AlarmsTest::targets)
        .containsExactlyInAnyOrderElementsOf(
            stack.functions().stream()
                .map(function -> "FunctionName=${" + function.logicalName() + "}")
                .toList());
  }

  @Test
  void aWaitIsNoticedLongBeforeItsMessageExpires() {
    assertThat(stack.alarms())
        .filteredOn(alarm -> alarm.logicalName().endsWith("WaitAlarm"))
        .hasSize(4)
        .allSatisfy(
            alarm -> {
              assertThat(alarm.threshold()).isEqualTo(900);
              assertThat(Duration.ofSeconds((long) alarm.threshold()))
                  .isLessThan(stack.queue("ImageJobs").retention().dividedBy(2));
            });
  }

  @Test
  void everyAlarmTellsTheTopicThatAlwaysExistsAndTellsWhenItIsOver() {
    assertThat(resources("AWS::CloudWatch::Alarm"))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            alarm -> {
              assertThat(at(plain(alarm.properties()), "AlarmActions"))
                  .isEqualTo(List.of("${Alarms}"));
              assertThat(at(plain(alarm.properties()), "OKActions"))
                  .isEqualTo(List.of("${Alarms}"));
            });
    assertThat(stack.topics()).extracting(Topic::logicalName).contains("Alarms");
  }

  /** CloudWatch cannot publish to a topic that SNS's own key encrypts. */
  @Test
  void cloudWatchMayPublishToTheTopicAndUseItsKey() {
    assertThat(statements("AWS::SNS::TopicPolicy", "PolicyDocument"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(at(it, "Action")).isEqualTo("sns:Publish");
              assertThat(at(it, "Resource")).isEqualTo("${Alarms}");
              assertThat((List<?>) at(it, "Principal", "Service"))
                  .asString()
                  .contains("cloudwatch");
            });
    assertThat(statements("AWS::KMS::Key", "KeyPolicy"))
        .filteredOn(it -> at(it, "Sid").equals("UsedByAlarms"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(at(it, "Action"))
                  .isEqualTo(List.of("kms:Decrypt", "kms:GenerateDataKey*"));
              assertThat(at(it, "Condition", "StringEquals", "aws:SourceAccount"))
                  .isEqualTo("123456789012");
            });
  }

  /** An expression that names no measurement of the alarm would stay without data for ever. */
  @Test
  void everyShareIsOneOfTheAlarmsOwnMeasurementsAndAllHaveOnePeriod() {
    assertThat(stack.alarms())
        .allSatisfy(
            alarm -> {
              if (alarm.combination() instanceof Combination.Share share) {
                assertThat(alarm.measurements())
                    .extracting(Measurement::id)
                    .containsExactly(share.part(), share.whole());
              }
              assertThat(alarm.measurements())
                  .extracting(Measurement::period)
                  .containsOnly(alarm.measurements().getFirst().period());
            });
  }

  @Test
  void fewFailuresAreNoShareAndMissingDataAreNoValue() {
    var share = alarm("ImageFailuresAlarm").combination();
    assertThat(share).isEqualTo(new Combination.Share("failed", "tried", 5));
    assertThat(share.of(Map.of("failed", 4.0, "tried", 4.0))).hasValue(0);
    assertThat(share.of(Map.of("failed", 5.0, "tried", 20.0))).hasValue(25);
    assertThat(share.of(Map.of("tried", 20.0))).isEmpty();
    assertThat(alarm("ThrottlesAlarm").combination().of(Map.of("a", 2.0, "b", 3.0))).hasValue(5);
    assertThat(alarm("ThrottlesAlarm").combination().of(Map.of())).isEmpty();
  }

  @Test
  void onlyMetricsThatExistAreWatched() {
    assertThat(stack.alarms())
        .flatExtracting(Alarm::measurements)
        .allSatisfy(
            it ->
                assertThat(KnownMetrics.of(it.namespace()))
                    .as(it.namespace())
                    .contains(it.metric()));
  }

  @Test
  void theFunctionsSpendingIsSummedOverADayAndAllStages() {
    var alarm = alarm("SpendAlarm");
    assertThat(alarm.threshold()).isEqualTo(10);
    assertThat(alarm.measurements())
        .allMatch(it -> it.period().equals(Duration.ofDays(1)))
        .flatExtracting(AlarmsTest::targets)
        .containsExactlyInAnyOrderElementsOf(
            KnownMetrics.STAGES.stream().map(stage -> "Stage=" + stage).toList());
  }

  private Alarm alarm(String logicalName) {
    return stack.alarms().stream()
        .filter(it -> it.logicalName().equals(logicalName))
        .findFirst()
        .orElseThrow();
  }

  private List<Measurement> measurements(String namespace, String metric) {
    return stack.alarms().stream()
        .flatMap(alarm -> alarm.measurements().stream())
        .filter(it -> it.namespace().equals(namespace) && it.metric().equals(metric))
        .toList();
  }

  private static List<String> targets(Measurement measurement) {
    return measurement.dimensions().entrySet().stream()
        .map(dimension -> dimension.getKey() + "=" + plain(dimension.getValue()))
        .toList();
  }

  private static Stream<String> eventSources(String function) {
    return resources(ResourceType.FUNCTION).stream()
        .filter(resource -> resource.logicalName().equals(function))
        .flatMap(resource -> queueEvents(resource).keySet().stream())
        .map(event -> "EventSourceMappingUUID=${" + function + event + "}");
  }

  private static Map<String, Object> queueEvents(Resource function) {
    var events = new TreeMap<String, Object>();
    if (((Map<?, ?>) plain(function.properties())).get("Events") instanceof Map<?, ?> all) {
      all.forEach(
          (name, event) -> {
            if (at(event, "Type").equals("SQS")) {
              events.put((String) name, event);
            }
          });
    }
    return events;
  }

  private static List<?> statements(String type, String document) {
    return (List<?>) at(plain(resources(type).getFirst().properties()), document, "Statement");
  }
}
