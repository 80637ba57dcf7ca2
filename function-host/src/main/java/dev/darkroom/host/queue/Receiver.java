package dev.darkroom.host.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Gathers batches: one receive, or as many as fit into the batching window. */
final class Receiver {

  /** Bounds of ReceiveMessage in the Amazon SQS API reference. */
  private static final int MOST_PER_RECEIVE = 10;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final QueueSourceSpec spec;
  private final SqsClient sqs;

  Receiver(QueueSourceSpec spec, SqsClient sqs) {
    this.spec = spec;
    this.sqs = sqs;
  }

  /** How long a received message is ours. */
  Duration visibility() {
    var attributes =
        sqs.getQueueAttributes(
                request ->
                    request
                        .queueUrl(spec.queueUrl())
                        .attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
            .attributes();
    String seconds =
        Objects.requireNonNullElse(attributes.get(QueueAttributeName.VISIBILITY_TIMEOUT), "30");
    return Duration.ofSeconds(Long.parseLong(seconds));
  }

  /** Waits for messages; empty if there were none for a while. */
  List<Message> receive() {
    List<Message> first = receive(spec.batchSize(), LONGEST_WAIT);
    if (first.isEmpty() || spec.batchingWindow().isZero()) {
      return first;
    }
    var batch = new ArrayList<>(first);
    Instant end = Instant.now().plus(spec.batchingWindow());
    while (batch.size() < spec.batchSize() && Instant.now().isBefore(end)) {
      Duration left = Duration.between(Instant.now(), end);
      batch.addAll(receive(spec.batchSize() - batch.size(), left));
    }
    return batch;
  }

  private List<Message> receive(int most, Duration wait) {
    // Whole seconds are all SQS knows; less than one would mean not to wait, and to spin.
    long seconds =
        Math.clamp(wait.toSeconds(), SHORTEST_WAIT.toSeconds(), LONGEST_WAIT.toSeconds());
    return sqs.receiveMessage(
            request ->
                request
                    .queueUrl(spec.queueUrl())
                    .maxNumberOfMessages(Math.min(most, MOST_PER_RECEIVE))
                    .waitTimeSeconds((int) seconds)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                    .messageAttributeNames("All"))
        .messages();
  }
}
