package dev.darkroom.host.queue;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Measures queues when Prometheus asks. What a queue does not answer is absent. */
public final class QueueGauges implements MultiCollector {
  private final List<MonitoredQueue> queues;
  private final SqsClient sqs;

  public QueueGauges(List<MonitoredQueue> queues, SqsClient sqs) {
    this.queues = List.copyOf(queues);
    this.sqs = sqs;
  }

  @Override
  public MetricSnapshots collect() {
    var visible = GaugeSnapshot.builder().name("queue_messages").help("Messages that wait");
    var inFlight =
        GaugeSnapshot.builder()
            .name("queue_messages_in_flight")
            .help("Messages that were received and are hidden until they are handled or come back");
    var age =
        GaugeSnapshot.builder()
            .name("queue_oldest_message_age_seconds")
            .help("Time since the oldest message was sent; 0 if the queue is empty");
    for (MonitoredQueue queue : queues) {
      Labels labels = Labels.of("queue", queue.name());
      try {
        Map<QueueAttributeName, String> attributes = attributes(queue);
        long waiting = number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
        long hidden =
            number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
        visible.dataPoint(point(labels, (double) waiting));
        inFlight.dataPoint(point(labels, (double) hidden));
        queue
            .oldest()
            .get()
            .map(sent -> Duration.between(sent, Instant.now()).toMillis() / 1e3)
            .or(() -> Optional.of(0.0).filter(_ -> waiting + hidden == 0))
            .ifPresent(seconds -> age.dataPoint(point(labels, Math.max(0, seconds))));
      } catch (SdkException e) {
        // The health check says that the queue is away.
      }
    }
    return MetricSnapshots.of(visible.build(), inFlight.build(), age.build());
  }

  private Map<QueueAttributeName, String> attributes(MonitoredQueue queue) {
    return sqs.getQueueAttributes(
            request ->
                request
                    .queueUrl(queue.url())
                    .attributeNames(
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
        .attributes();
  }

  private static long number(
      Map<QueueAttributeName, String> attributes, QueueAttributeName attribute) {
    return Long.parseLong(attributes.getOrDefault(attribute, "0"));
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }
}
