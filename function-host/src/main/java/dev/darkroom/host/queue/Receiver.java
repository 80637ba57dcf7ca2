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

/** Gathers batches by one receive, or by several within the batching window. */
final class Receiver {

  /** Maximum messages of ReceiveMessage (Amazon SQS API reference). */
  private static final int MOST_PER_RECEIVE = 10;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private final QueueSourceSpec spec;
  private final SqsClient sqs;

  Receiver(QueueSourceSpec spec, SqsClient sqs) {
    this.spec = spec;
    this.sqs = sqs;
  }

  /** How long a received message stays hidden from others. */
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

  /** Waits for messages. Returns none if none came within 20 s. */
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
    // SQS waits whole seconds; with zero it would not wait, and this would spin.
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
