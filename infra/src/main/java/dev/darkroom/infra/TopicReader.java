package dev.darkroom.infra;

import java.util.List;

/** Reads {@code AWS::SNS::Topic}, with its subscriptions, and {@code AWS::SNS::Subscription}. */
final class TopicReader {
  private TopicReader() {}

  static Topic read(String logicalName, Properties topic) {
    var displayName = topic.optionalText("DisplayName").orElse("");
    OnlyOnAws.ignore(ResourceType.TOPIC, topic);
    return new Topic(logicalName, displayName);
  }

  static List<Subscription> inline(String topic, Properties properties) {
    return properties.mappings("Subscription").stream()
        .map(
            inline -> {
              var subscription =
                  new Subscription(topic, inline.text("Protocol"), inline.text("Endpoint"));
              inline.done();
              return subscription;
            })
        .toList();
  }

  static Subscription subscription(Properties properties) {
    var subscription =
        new Subscription(
            properties.reference("TopicArn", ResourceType.TOPIC, Value.Reference.REF),
            properties.text("Protocol"),
            properties.text("Endpoint"));
    properties.done();
    return subscription;
  }
}
