package dev.darkroom.it;

import static org.awaitility.Awaitility.await;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.JobMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** The queue in front of a worker. */
record JobQueue(SqsClient sqs, String url) {
  /** Puts a job into the queue, as S3 or another worker does. */
  void send(JobEvent job) {
    send(JobMessage.of(job));
  }

  void send(String message) {
    sqs.sendMessage(r -> r.queueUrl(url).messageBody(message));
  }

  /** Receives and deletes all messages. */
  List<String> drain() {
    var drained = new ArrayList<String>();
    for (var messages = receive(); !messages.isEmpty(); messages = receive()) {
      for (Message message : messages) {
        drained.add(message.body());
        sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
      }
    }
    return drained;
  }

  /** Deletes all messages, those in flight included. */
  void purge() {
    sqs.purgeQueue(r -> r.queueUrl(url));
  }

  private List<Message> receive() {
    return sqs.receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
  }

  /** What holds until it is closed. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /** Sets how soon a message comes again that a worker did not finish, until closed. */
  Held bringsBackAfter(Duration duration) {
    String before =
        Objects.requireNonNull(
            sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(VISIBILITY_TIMEOUT))
                .attributes()
                .get(VISIBILITY_TIMEOUT));
    visibility(duration);
    return () -> visibility(Duration.ofSeconds(Long.parseLong(before)));
  }

  /** Sets how soon a message comes again that a worker did not finish. */
  void visibility(Duration duration) {
    String seconds = Long.toString(duration.toSeconds());
    sqs.setQueueAttributes(r -> r.queueUrl(url).attributes(Map.of(VISIBILITY_TIMEOUT, seconds)));
  }

  /** Counts the messages that wait or are in flight. */
  private int backlog() {
    var attributes =
        sqs.getQueueAttributes(
                r ->
                    r.queueUrl(url)
                        .attributeNames(
                            APPROXIMATE_NUMBER_OF_MESSAGES,
                            APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
                            APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED))
            .attributes();
    return attributes.values().stream().mapToInt(Integer::parseInt).sum();
  }

  /** Waits until no message waits or is in flight. */
  void awaitIdle() {
    await(url + " to be empty")
        .atMost(Cloud.PATIENCE)
        .during(Duration.ofSeconds(2))
        .until(() -> backlog() == 0);
  }
}
