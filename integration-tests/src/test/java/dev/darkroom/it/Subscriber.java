package dev.darkroom.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.contract.MediaId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Receives notifications of finished uploads through a queue of its own. */
final class Subscriber {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient sqs;
  private final String queueUrl;
  private final List<Notification> received = new ArrayList<>();

  /** A notification: the JSON message and its attributes. */
  record Notification(JsonNode message, Map<String, String> attributes) {
    String id() {
      return message.path("id").asText();
    }
  }

  /** Subscribes with a filter policy on attributes; {@code {}} passes everything. */
  Subscriber(Cloud cloud, String filterPolicy) {
    this.sqs = cloud.sqs();
    this.queueUrl = sqs.createQueue(r -> r.queueName("subscriber-" + UUID.randomUUID())).queueUrl();
    String arn =
        sqs.getQueueAttributes(
                r -> r.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    cloud
        .sns()
        .subscribe(
            r ->
                r.topicArn(cloud.topic())
                    .protocol("sqs")
                    .endpoint(arn)
                    .attributes(
                        Map.of("RawMessageDelivery", "true", "FilterPolicy", filterPolicy)));
  }

  Notification awaitOne(MediaId id) {
    await("a notification about " + id).atMost(Cloud.PATIENCE).until(() -> !about(id).isEmpty());
    return about(id).getFirst();
  }

  /** Returns all notifications about an upload so far. */
  List<Notification> about(MediaId id) {
    receive();
    return received.stream().filter(n -> n.id().equals(id.value())).toList();
  }

  private void receive() {
    sqs.receiveMessage(
            r ->
                r.queueUrl(queueUrl)
                    .maxNumberOfMessages(10)
                    .waitTimeSeconds(1)
                    .messageAttributeNames("All"))
        .messages()
        .forEach(
            message -> {
              var attributes = new HashMap<String, String>();
              message
                  .messageAttributes()
                  .forEach((name, value) -> attributes.put(name, value.stringValue()));
              received.add(new Notification(json(message.body()), attributes));
              sqs.deleteMessage(r -> r.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
            });
  }

  private static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(body, e);
    }
  }
}
