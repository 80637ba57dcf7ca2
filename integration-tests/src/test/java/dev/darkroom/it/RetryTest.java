package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.stage.store.SqsRetries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A message whose handling failed does not wait as long as one whose function crashed. */
@OnEachBackend
final class RetryTest {
  private final SqsClient sqs;

  RetryTest(Backend backend) {
    this.sqs = backend.darkroom().cloud().sqs();
  }

  @Test
  void aPostponedMessageComesBackLongBeforeItsQueueWouldDeliverItAgain() {
    String url =
        sqs.createQueue(
                r ->
                    r.queueName("retry-" + System.nanoTime())
                        .attributes(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "600")))
            .queueUrl();
    String arn =
        Objects.requireNonNull(
            sqs.getQueueAttributes(
                    r -> r.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN));
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("job"));
    Message first = receive(url).getFirst();
    assertThat(receive(url)).as("while it is hidden").isEmpty();

    new SqsRetries(sqs).postpone(arn, first.receiptHandle(), Duration.ofSeconds(2));

    assertThat(receive(url)).extracting(Message::messageId).containsExactly(first.messageId());
    sqs.deleteQueue(r -> r.queueUrl(url));
  }

  private List<Message> receive(String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(10)).messages();
  }
}
