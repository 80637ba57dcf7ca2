package dev.darkroom.operate.redrive;

import dev.darkroom.operate.place.Place;
import dev.darkroom.operate.place.QueueName;
import dev.darkroom.operate.terminal.Pace;
import dev.darkroom.operate.terminal.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Empties a queue into those that its messages belong to.
 *
 * <p>A message is deleted after it was sent, so a run that is killed loses none; what it had
 * received comes back within {@link #HIDDEN}. Messages that arrive during the run stay, because
 * they may be the same ones that failed again.
 */
final class Redriver {
  /** How long a received message is hidden from others: longer than a batch takes at any rate. */
  static final Duration HIDDEN = Duration.ofMinutes(5);

  private static final Duration WAIT = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final Place place;
  private final String from;
  private final boolean dryRun;
  private final Pace pace;
  private final Screen screen;
  private final Map<QueueName, Integer> sent = new EnumMap<>(QueueName.class);
  private final List<Left> left = new ArrayList<>();

  /** Receipts of messages that stay, by message id. */
  private final Map<String, String> held = new HashMap<>();

  /**
   * @param dryRun whether to look only
   */
  Redriver(Place place, QueueName from, boolean dryRun, Pace pace, Screen screen) {
    this.sqs = place.sqs();
    this.place = place;
    this.from = place.queue(from);
    this.dryRun = dryRun;
    this.pace = pace;
    this.screen = screen;
  }

  /**
   * A message that stays.
   *
   * @param why completes "The message …"
   */
  record Left(String messageId, Instant sentAt, String why) {}

  /** What was done, or would be. */
  record Report(Map<QueueName, Integer> sent, List<Left> left) {}

  /**
   * Handles all messages that arrived before a time.
   *
   * @param batch messages to receive at once, 1 to 10
   */
  Report run(Instant before, int batch) {
    try {
      for (var messages = receive(batch); !messages.isEmpty(); messages = receive(batch)) {
        messages.forEach(message -> handle(message, before));
      }
      return new Report(sent, left);
    } finally {
      held.values().forEach(this::release);
    }
  }

  private List<Message> receive(int batch) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(from)
                    .maxNumberOfMessages(batch)
                    .visibilityTimeout((int) HIDDEN.toSeconds())
                    .waitTimeSeconds((int) WAIT.toSeconds())
                    .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP))
        .messages();
  }

  private void handle(Message message, Instant before) {
    Instant sentAt = sentAt(message);
    Destination destination =
        sentAt.isAfter(before)
            ? new Destination.Unknown("arrived during this run")
            : Destination.of(message.body());
    boolean seenBefore = held.containsKey(message.messageId());
    switch (destination) {
      case Destination.Queue(QueueName to) when !dryRun -> {
        pace.await();
        sqs.sendMessage(r -> r.queueUrl(place.queue(to)).messageBody(message.body()));
        sqs.deleteMessage(r -> r.queueUrl(from).receiptHandle(message.receiptHandle()));
        sent.merge(to, 1, Integer::sum);
      }
      case Destination.Queue(QueueName to) -> {
        held.put(message.messageId(), message.receiptHandle());
        sent.merge(to, seenBefore ? 0 : 1, Integer::sum);
      }
      case Destination.Unknown(String why) -> {
        held.put(message.messageId(), message.receiptHandle());
        if (!seenBefore) {
          left.add(new Left(message.messageId(), sentAt, why));
        }
      }
    }
    screen.progress("%d messages, %d of them stay".formatted(total(), left.size()));
  }

  private int total() {
    return left.size() + sent.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Instant sentAt(Message message) {
    String millis = message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP);
    return millis == null ? Instant.EPOCH : Instant.ofEpochMilli(Long.parseLong(millis));
  }

  private void release(String receipt) {
    sqs.changeMessageVisibility(r -> r.queueUrl(from).receiptHandle(receipt).visibilityTimeout(0));
  }
}
