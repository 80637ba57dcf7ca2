package dev.darkroom.notify;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** Publishes notifications to a topic in SNS. */
final class SnsTopic implements Topic {
  private final SnsClient sns;
  private final String arn;

  SnsTopic(SnsClient sns, String arn) {
    this.sns = sns;
    this.arn = arn;
  }

  @Override
  public void publish(Notification notification) {
    Map<String, MessageAttributeValue> attributes =
        notification.attributes().entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> text(e.getValue())));
    sns.publish(
        r ->
            r.topicArn(arn)
                .subject(notification.subject())
                .messageStructure("json")
                .message(notification.message())
                .messageAttributes(attributes));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }
}
