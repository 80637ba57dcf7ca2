package dev.darkroom.local.sns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.local.Clients;
import dev.darkroom.local.sqs.LocalSqs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Against the queues that run beside it, where the other tests have fake ones. */
class QueueSubscriptionTest {

  @TempDir Path folder;

  @Test
  void aQueueTakesEnvelopesAndRawMessagesWithEveryKindOfAttribute() throws IOException {
    try (LocalSqs queues = LocalSqs.start(folder.resolve("sqs"), 0);
        SqsClient sqs = Clients.sqs(queues.endpoint());
        LocalSns service =
            LocalSns.start(folder.resolve("sns"), 0, sqs, MailDelivery.folder(folder));
        SnsClient sns = SnsHarness.client(service.endpoint())) {
      String topic = sns.createTopic(r -> r.name("t")).topicArn();
      String wrapped = subscribe(sns, sqs, topic, "wrapped", "false");
      String raw = subscribe(sns, sqs, topic, "raw", "true");

      sns.publish(
          r ->
              r.topicArn(topic)
                  .message("Größe: <1>")
                  .messageAttributes(
                      Map.of(
                          "text", attribute("String").stringValue("ü").build(),
                          "number", attribute("Number").stringValue("1.5").build(),
                          "list", attribute("String.Array").stringValue("[\"a\"]").build(),
                          "bytes",
                              attribute("Binary")
                                  .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1}))
                                  .build())));

      assertThat(SnsHarness.json(receive(sqs, wrapped).body()).path("Message").asText())
          .isEqualTo("Größe: <1>");
      Message message = receive(sqs, raw);
      assertThat(message.body()).isEqualTo("Größe: <1>");
      assertThat(message.messageAttributes()).containsOnlyKeys("text", "number", "list", "bytes");
    }
  }

  private static String subscribe(
      SnsClient sns, SqsClient sqs, String topic, String queue, String raw) {
    sns.subscribe(
        r ->
            r.topicArn(topic)
                .protocol("sqs")
                .endpoint("arn:aws:sqs:us-east-1:000000000000:" + queue)
                .attributes(Map.of("RawMessageDelivery", raw)));
    return sqs.createQueue(r -> r.queueName(queue)).queueUrl();
  }

  private static Message receive(SqsClient sqs, String url) {
    return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(20).messageAttributeNames("All"))
        .messages()
        .getFirst();
  }

  private static MessageAttributeValue.Builder attribute(String type) {
    return MessageAttributeValue.builder().dataType(type);
  }
}
