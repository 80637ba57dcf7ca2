package dev.darkroom.infra;

import static dev.darkroom.infra.DarkroomTemplate.at;
import static dev.darkroom.infra.DarkroomTemplate.plain;
import static dev.darkroom.infra.DarkroomTemplate.resources;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The dashboard shows every stage in every figure, of metrics that exist. */
final class DashboardTest {
  private static final Set<String> OPTIONS_OF_A_METRIC =
      Set.of("label", "color", "stat", "id", "visible");

  private final Stack stack = DarkroomTemplate.stack();
  private final JsonNode widgets = read(body()).path("widgets");

  @Test
  void itsBodyIsJsonWhoseWidgetsFillThePageWithoutOverlap() {
    var taken = new HashSet<List<Integer>>();
    assertThat(widgets).hasSizeGreaterThan(10);
    for (var widget : widgets) {
      int left = widget.path("x").asInt();
      int top = widget.path("y").asInt();
      assertThat(left + widget.path("width").asInt()).isBetween(1, 24);
      for (int x = left; x < left + widget.path("width").asInt(); x++) {
        for (int y = top; y < top + widget.path("height").asInt(); y++) {
          assertThat(taken.add(List.of(x, y))).as("%s at %d, %d", title(widget), x, y).isTrue();
        }
      }
    }
  }

  @Test
  void everyMetricItNamesExists() {
    assertThat(metrics(widgets))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            metric -> {
              assertThat(KnownMetrics.of(metric.get(0).asText())).contains(metric.get(1).asText());
              assertThat(metric.size()).isEqualTo(5);
              metric
                  .get(4)
                  .fieldNames()
                  .forEachRemaining(option -> assertThat(OPTIONS_OF_A_METRIC).contains(option));
            });
  }

  @Test
  void everyFunctionIsInEveryFigureThatLambdaHasOfIt() {
    for (var figure : List.of("ConcurrentExecutions", "Duration", "Throttles")) {
      assertThat(shown("AWS/Lambda", figure))
          .as(figure)
          .containsExactlyInAnyOrderElementsOf(
              stack.functions().stream()
                  .map(function -> "FunctionName=${" + function.logicalName() + "}")
                  .toList());
    }
  }

  @Test
  void everyQueueShowsWhatWaitsAndEveryQueueThatIsEmptiedForHowLong() {
    assertThat(shown("AWS/SQS", "ApproximateNumberOfMessagesVisible"))
        .containsExactlyInAnyOrderElementsOf(queues(stack.queues().stream()));
    assertThat(shown("AWS/SQS", "ApproximateAgeOfOldestMessage"))
        .containsExactlyInAnyOrderElementsOf(
            queues(stack.queues().stream().filter(queue -> queue.redrive().isPresent())));
  }

  private static List<String> queues(Stream<Queue> queues) {
    return queues.map(queue -> "QueueName=${" + queue.logicalName() + ".QueueName}").toList();
  }

  @Test
  void everyStageShowsItsColdStartsAndItsCost() {
    var stages = KnownMetrics.STAGES.stream().map(stage -> "Stage=" + stage).toList();
    assertThat(shown("Darkroom", "ColdStarts")).containsExactlyInAnyOrderElementsOf(stages);
    assertThat(shown("Darkroom", "EstimatedCostUsd"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(stages, stages, stages).flatMap(List::stream).toList());
  }

  @Test
  void itShowsTheCostOfTodayAndOfAMonthAtThisRate() {
    assertThat(expressions("Cost today, USD")).containsExactly("SUM(METRICS(\"cost\"))");
    assertThat(expressions("Cost a month at the rate of the time shown, USD"))
        .containsExactly("TIME_SERIES(730 * AVG(FILL(SUM(METRICS(\"cost\")), 0)))");
  }

  @Test
  void failedUploadsAreCountedByCodeInTheLogsOfTheStagesThatEndThem() {
    var query = widget("Uploads that ended failed, by code").path("properties").path("query");
    assertThat(query.asText())
        .contains(
            "SOURCE '${ImageWorkerLogs}'",
            "SOURCE '${VideoWorkerLogs}'",
            "SOURCE '${StreamWorkerLogs}'",
            "SOURCE '${NotifierLogs}'",
            "by Stage, code");
  }

  @Test
  void itShowsTheStateOfEveryAlarm() {
    assertThat(widgets.get(0).path("properties").path("alarms"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            stack.alarms().stream().map(alarm -> "${" + alarm.logicalName() + ".Arn}").toList());
  }

  private List<String> shown(String namespace, String metric) {
    return metrics(widgets)
        .filter(it -> it.get(0).asText().equals(namespace) && it.get(1).asText().equals(metric))
        .map(it -> it.get(2).asText() + "=" + it.get(3).asText())
        .toList();
  }

  private List<String> expressions(String title) {
    return each(widget(title).path("properties").path("metrics"))
        .filter(metric -> metric.get(0).has("expression"))
        .map(metric -> metric.get(0).path("expression").asText())
        .toList();
  }

  private JsonNode widget(String title) {
    return each(widgets).filter(it -> title(it).equals(title)).findFirst().orElseThrow();
  }

  private static String title(JsonNode widget) {
    return widget.path("properties").path("title").asText();
  }

  private static Stream<JsonNode> metrics(JsonNode widgets) {
    return each(widgets)
        .flatMap(widget -> each(widget.path("properties").path("metrics")))
        .filter(metric -> metric.get(0).isTextual());
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String body() {
    var dashboard = resources("AWS::CloudWatch::Dashboard").getFirst();
    return (String) at(plain(dashboard.properties()), "DashboardBody");
  }

  private static JsonNode read(String json) {
    try {
      return JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readTree(json);
    } catch (JsonProcessingException invalid) {
      throw new AssertionError(invalid.getMessage(), invalid);
    }
  }
}
