package dev.darkroom.local.sns;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Delivers to SQS queues: in the JSON envelope or, if raw, as body and attributes. */
final class QueueTransport implements Transport {

  /**
   * Maximum attributes of an SQS message ("Amazon SQS message metadata"). SNS discards raw
   * deliveries with more.
   */
  private static final int MOST_ATTRIBUTES = 10;

  private final SqsClient queues;
  private final Envelope envelope;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  QueueTransport(SqsClient queues, Envelope envelope) {
    this.queues = queues;
    this.envelope = envelope;
  }

  @Override
  public Receipt deliver(Delivery delivery, Subscription to) {
    SendMessageRequest.Builder request = SendMessageRequest.builder();
    if (to.attributes().raw() && delivery instanceof Delivery.Notification(_, _, Message message)) {
      if (message.attributes().size() > MOST_ATTRIBUTES) {
        return new Receipt.Rejected(
            "a queue takes at most " + MOST_ATTRIBUTES + " attributes with a raw message");
      }
      request.messageBody(message.body(to.protocol())).messageAttributes(attributes(message));
    } else {
      request.messageBody(envelope.of(delivery, to));
    }
    try {
      queues.sendMessage(request.queueUrl(urls.computeIfAbsent(to.endpoint(), this::url)).build());
      return new Receipt.Delivered();
    } catch (QueueDoesNotExistException e) {
      urls.remove(to.endpoint());
      return new Receipt.Rejected("the queue " + to.endpoint() + " does not exist");
    }
  }

  private String url(String queueArn) {
    return queues.getQueueUrl(q -> q.queueName(Arns.queueName(queueArn))).queueUrl();
  }

  private static Map<String, MessageAttributeValue> attributes(Message message) {
    return message.attributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> attribute(e.getValue())));
  }

  private static MessageAttributeValue attribute(MessageAttribute attribute) {
    MessageAttributeValue.Builder value =
        MessageAttributeValue.builder().dataType(attribute.type());
    return (attribute.isBinary()
            ? value.binaryValue(SdkBytes.fromByteArray(attribute.bytes()))
            : value.stringValue(attribute.value()))
        .build();
  }
}
