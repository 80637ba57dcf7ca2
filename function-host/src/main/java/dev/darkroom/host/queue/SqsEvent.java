package dev.darkroom.host.queue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.host.runtime.Event;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** Converts messages to the event that a function gets ("Example SQS message event"). */
final class SqsEvent {

  private SqsEvent() {}

  static Event of(List<Message> messages, String queueArn) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    var records = event.putArray("Records");
    for (Message message : messages) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.messageId());
      record.put("receiptHandle", message.receiptHandle());
      record.put("body", message.body());
      putAttributes(record.putObject("attributes"), message.attributesAsStrings());
      putMessageAttributes(record.putObject("messageAttributes"), message.messageAttributes());
      if (message.md5OfMessageAttributes() != null) {
        record.put("md5OfMessageAttributes", message.md5OfMessageAttributes());
      }
      record.put("md5OfBody", message.md5OfBody());
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", queueArn);
      record.put("awsRegion", region(queueArn));
    }
    return Event.of(event.toString());
  }

  private static void putAttributes(ObjectNode target, Map<String, String> attributes) {
    attributes.forEach(target::put);
  }

  private static void putMessageAttributes(
      ObjectNode target, Map<String, MessageAttributeValue> attributes) {
    attributes.forEach(
        (name, value) -> {
          ObjectNode attribute = target.putObject(name);
          if (value.stringValue() != null) {
            attribute.put("stringValue", value.stringValue());
          }
          if (value.binaryValue() != null) {
            byte[] bytes = value.binaryValue().asByteArray();
            attribute.put("binaryValue", Base64.getEncoder().encodeToString(bytes));
          }
          attribute.putArray("stringListValues");
          attribute.putArray("binaryListValues");
          attribute.put("dataType", value.dataType());
        });
  }

  private static String region(String arn) {
    return List.of(arn.split(":", -1)).get(3);
  }
}
