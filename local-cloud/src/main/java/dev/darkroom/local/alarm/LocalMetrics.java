package dev.darkroom.local.alarm;

import dev.darkroom.infra.Measurement;
import dev.darkroom.infra.Stack;
import dev.darkroom.infra.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the local figures that stand for metrics of CloudWatch. */
final class LocalMetrics {
  private static final String OUTCOME = "outcome";

  private final Stack stack;

  LocalMetrics(Stack stack) {
    this.stack = stack;
  }

  /** Finds a metric's figures. Returns empty for a metric that only AWS measures. */
  Optional<Selection> of(Measurement measurement) {
    var metric = measurement.metric();
    return switch (measurement.namespace()) {
      case "AWS/SQS" -> queue(metric, target(measurement, "QueueName"));
      case "AWS/Lambda" -> function(metric, measurement);
      case "AWS/ApiGateway" -> api(metric);
      case "Darkroom" -> Optional.of(stated(metric, target(measurement, "Stage")));
      default -> Optional.empty();
    };
  }

  private static Optional<Selection> queue(String metric, String queue) {
    return switch (metric) {
      case "ApproximateAgeOfOldestMessage" ->
          Optional.of(selection("queue_oldest_message_age_seconds", "queue", queue));
      case "ApproximateNumberOfMessagesVisible" ->
          Optional.of(selection("queue_messages", "queue", queue));
      default -> Optional.empty();
    };
  }

  private Optional<Selection> function(String metric, Measurement measurement) {
    return switch (metric) {
      case "Throttles" ->
          Optional.of(
              selection(
                  "function_throttles_total", "function", target(measurement, "FunctionName")));
      case "Errors" ->
          Optional.of(
              new Selection(
                  "function_invocations_total",
                  Map.of("function", target(measurement, "FunctionName")),
                  Map.of(OUTCOME, "success")));
      case "InvokedEventCount" -> Optional.of(invocations(measurement, Map.of()));
      case "FailedInvokeEventCount" ->
          Optional.of(invocations(measurement, Map.of(OUTCOME, "success")));
      default -> Optional.empty();
    };
  }

  /** Counts a function's invocations, whichever of its queues they come from. */
  private Selection invocations(Measurement measurement, Map<String, String> without) {
    var source = target(measurement, "EventSourceMappingUUID");
    // SAM calls an event source by its function and its event.
    var function =
        stack.functions().stream()
            .filter(it -> source.startsWith(it.logicalName()))
            .findFirst()
            .orElseThrow()
            .logicalName();
    return new Selection("function_invocations_total", Map.of("function", function), without);
  }

  private static Optional<Selection> api(String metric) {
    return switch (metric) {
      case "Count" -> Optional.of(stated("Requests", "upload-api"));
      case "5xx" -> Optional.of(stated("ServerErrors", "upload-api"));
      default -> Optional.empty();
    };
  }

  private static Selection stated(String metric, String stage) {
    var words = metric.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    return selection("darkroom_" + words + "_total", "stage", stage);
  }

  private static Selection selection(String name, String label, String value) {
    return new Selection(name, Map.of(label, value), Map.of());
  }

  private static String target(Measurement measurement, String dimension) {
    return switch (measurement.dimensions().get(dimension)) {
      case Value.Reference reference -> reference.logicalName();
      case Value.Text text -> text.text();
      case null, default ->
          throw new IllegalArgumentException(measurement.metric() + " has no " + dimension);
    };
  }
}
