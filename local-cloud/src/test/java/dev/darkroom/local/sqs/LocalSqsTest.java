package dev.darkroom.local.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.darkroom.local.ChildJvm;
import dev.darkroom.local.Clients;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class LocalSqsTest {
  @TempDir Path data;

  @Test
  void queueUrlsNameTheBoundPort() {
    with(
        data,
        (sqs, client) ->
            assertThat(create(client, "jobs", Map.of()))
                .isEqualTo(sqs.endpoint() + "/000000000000/jobs"));
  }

  @Test
  void queueUrlsNameTheNewPortAfterARestart() {
    with(data, (sqs, client) -> create(client, "jobs", Map.of()));
    with(
        data,
        (sqs, client) ->
            assertThat(client.getQueueUrl(queue -> queue.queueName("jobs")).queueUrl())
                .isEqualTo(sqs.endpoint() + "/000000000000/jobs"));
  }

  @Test
  void whatARestartFindsIsWhatWasThere() {
    with(
        data,
        (sqs, client) -> {
          var url = create(client, "jobs", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "360"));
          client.sendMessage(
              message ->
                  message
                      .queueUrl(url)
                      .messageBody("grüße +")
                      .messageAttributes(
                          Map.of(
                              "kind",
                              MessageAttributeValue.builder()
                                  .dataType("String")
                                  .stringValue("bild")
                                  .build())));
          client.sendMessage(message -> message.queueUrl(url).messageBody("handled"));
          var handled =
              receive(client, url).stream()
                  .filter(message -> message.body().equals("handled"))
                  .findFirst()
                  .orElseThrow();
          client.deleteMessage(
              request -> request.queueUrl(url).receiptHandle(handled.receiptHandle()));
        });
    with(
        data,
        (sqs, client) -> {
          var url = client.getQueueUrl(queue -> queue.queueName("jobs")).queueUrl();
          var messages = receive(client, url);
          assertThat(messages).extracting(Message::body).containsExactly("grüße +");
          var message = messages.getFirst();
          assertThat(message.messageAttributes())
              .extractingByKey("kind")
              .extracting(MessageAttributeValue::stringValue)
              .isEqualTo("bild");
          assertThat(message.attributes())
              .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
          assertThat(attributes(client, url))
              .containsEntry(QueueAttributeName.VISIBILITY_TIMEOUT, "360");
        });
  }

  @Test
  void theDeadLetterQueueIsRememberedAndUsed() {
    with(
        data,
        (sqs, client) -> {
          var dead = create(client, "dead", Map.of());
          var arn = attributes(client, dead).get(QueueAttributeName.QUEUE_ARN);
          assertThat(arn).isEqualTo("arn:aws:sqs:us-east-1:000000000000:dead");
          var policy = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":2}".formatted(arn);
          var url =
              create(
                  client,
                  "jobs",
                  Map.of(
                      QueueAttributeName.REDRIVE_POLICY,
                      policy,
                      QueueAttributeName.VISIBILITY_TIMEOUT,
                      "0"));
          client.sendMessage(message -> message.queueUrl(url).messageBody("poison"));
          assertThat(receive(client, url)).hasSize(1);
        });
    with(
        data,
        (sqs, client) -> {
          var url = client.getQueueUrl(queue -> queue.queueName("jobs")).queueUrl();
          assertThat(receive(client, url)).hasSize(1);
          assertThat(receive(client, url)).isEmpty();
        });
    with(
        data,
        (sqs, client) -> {
          var url = client.getQueueUrl(queue -> queue.queueName("jobs")).queueUrl();
          var dead = client.getQueueUrl(queue -> queue.queueName("dead")).queueUrl();
          assertThat(receive(client, url)).isEmpty();
          assertThat(receive(client, dead)).extracting(Message::body).containsExactly("poison");
        });
  }

  @Test
  void aRedrivenMessageIsInOneQueueAfterARestart() {
    with(
        data,
        (sqs, client) -> {
          var dead = create(client, "dead", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "0"));
          var arn = attributes(client, dead).get(QueueAttributeName.QUEUE_ARN);
          var policy = "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":1}".formatted(arn);
          var url =
              create(
                  client,
                  "jobs",
                  Map.of(
                      QueueAttributeName.REDRIVE_POLICY,
                      policy,
                      QueueAttributeName.VISIBILITY_TIMEOUT,
                      "0"));
          client.sendMessage(message -> message.queueUrl(url).messageBody("poison"));
          assertThat(receive(client, url)).hasSize(1);
          assertThat(receive(client, url)).isEmpty();
          await().until(() -> count(client, dead) == 1);
          client.startMessageMoveTask(
              task ->
                  task.sourceArn(arn)
                      .destinationArn(attributes(client, url).get(QueueAttributeName.QUEUE_ARN)));
          await().until(() -> count(client, url) == 1);
        });
    with(
        data,
        (sqs, client) -> {
          var url = client.getQueueUrl(queue -> queue.queueName("jobs")).queueUrl();
          var dead = client.getQueueUrl(queue -> queue.queueName("dead")).queueUrl();
          assertThat(receive(client, dead)).isEmpty();
          assertThat(receive(client, url)).extracting(Message::body).containsExactly("poison");
        });
  }

  @Test
  void acknowledgedMessagesSurviveAKill() throws Exception {
    var acknowledged = new ArrayList<String>();
    try (var child = ChildJvm.run(SendUntilKilled.class, data.toString())) {
      while (acknowledged.size() < 50) {
        acknowledged.add(child.line());
      }
      assertThatThrownBy(() -> LocalSqs.start(data, 0))
          .as("two processes on one folder")
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(data.toString());
      acknowledged.addAll(child.kill());
    }
    with(
        data,
        (sqs, client) -> {
          var url = client.getQueueUrl(queue -> queue.queueName("jobs")).queueUrl();
          var found = new ArrayList<String>();
          for (var batch = receive(client, url); !batch.isEmpty(); batch = receive(client, url)) {
            batch.forEach(message -> found.add(message.body()));
          }
          assertThat(found).containsAll(acknowledged);
        });
  }

  @Test
  void aPortThatIsTakenIsNamed(@TempDir Path other) {
    with(
        data,
        (sqs, client) -> {
          int port = sqs.endpoint().getPort();
          assertThatThrownBy(() -> LocalSqs.start(other, port))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining(Integer.toString(port));
        });
  }

  @Test
  void twoFoldersKeepTheirQueuesApart(@TempDir Path other) {
    with(
        data,
        (sqs, client) -> {
          create(client, "jobs", Map.of());
          with(
              other,
              (otherSqs, otherClient) ->
                  assertThat(otherClient.listQueues().queueUrls()).isEmpty());
        });
  }

  @Test
  void theOldestMessageIsKnownUntilItIsDeleted() {
    with(
        data,
        (sqs, client) -> {
          var oldest = new OldestMessages(data);
          var url = create(client, "jobs", Map.of());
          assertThat(oldest.sentAt("jobs")).isEmpty();
          var before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
          client.sendMessage(message -> message.queueUrl(url).messageBody("first"));
          var after = Instant.now();
          client.sendMessage(message -> message.queueUrl(url).messageBody("second"));
          assertThat(oldest.sentAt("jobs"))
              .hasValueSatisfying(sent -> assertThat(sent).isBetween(before, after));
          receive(client, url)
              .forEach(
                  it ->
                      client.deleteMessage(
                          request -> request.queueUrl(url).receiptHandle(it.receiptHandle())));
          await().until(() -> oldest.sentAt("jobs").isEmpty());
        });
  }

  private static void with(Path folder, BiConsumer<LocalSqs, SqsClient> use) {
    try (var sqs = LocalSqs.start(folder, 0);
        var client = Clients.sqs(sqs.endpoint())) {
      use.accept(sqs, client);
    }
  }

  private static String create(
      SqsClient client, String name, Map<QueueAttributeName, String> attributes) {
    return client.createQueue(queue -> queue.queueName(name).attributes(attributes)).queueUrl();
  }

  private static Map<QueueAttributeName, String> attributes(SqsClient client, String url) {
    return client
        .getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributes();
  }

  private static int count(SqsClient client, String url) {
    return Integer.parseInt(
        attributes(client, url).get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private static List<Message> receive(SqsClient client, String url) {
    return client
        .receiveMessage(
            request ->
                request
                    .queueUrl(url)
                    .maxNumberOfMessages(10)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }
}
