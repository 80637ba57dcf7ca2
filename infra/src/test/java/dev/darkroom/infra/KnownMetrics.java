package dev.darkroom.infra;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the metrics that exist: AWS's own, as far as alarms and the dashboard use them (user guides
 * of Lambda, SQS and API Gateway, "Metrics"), and Darkroom's.
 */
final class KnownMetrics {
  /** Values of the dimension {@code Stage}. */
  static final List<String> STAGES =
      List.of(
          "upload-api", "image-worker", "video-worker", "stream-worker", "notifier", "reconciler");

  private static final Map<String, Set<String>> METRICS =
      Map.of(
          "AWS/Lambda",
          Set.of(
              "Invocations",
              "Errors",
              "Throttles",
              "Duration",
              "ConcurrentExecutions",
              "PolledEventCount",
              "InvokedEventCount",
              "FailedInvokeEventCount"),
          "AWS/SQS",
          Set.of(
              "NumberOfMessagesSent",
              "NumberOfMessagesDeleted",
              "ApproximateAgeOfOldestMessage",
              "ApproximateNumberOfMessagesVisible",
              "ApproximateNumberOfMessagesNotVisible"),
          "AWS/ApiGateway",
          Set.of("Count", "4xx", "5xx", "Latency", "IntegrationLatency"),
          "Darkroom",
          Set.of(
              "Records",
              "Failures",
              "FailedBatches",
              "Rejections",
              "GaveUp",
              "Duration",
              "QueueAge",
              "OriginalBytes",
              "ColdStarts",
              "EstimatedCostUsd",
              "Resent",
              "OrphansDeleted",
              "Reannounced",
              "Scanned",
              "Requests",
              "ServerErrors"));

  private KnownMetrics() {}

  static Set<String> of(String namespace) {
    return METRICS.getOrDefault(namespace, Set.of());
  }
}
