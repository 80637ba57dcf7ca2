package dev.darkroom.local.provision;

import dev.darkroom.infra.Subscription;
import dev.darkroom.infra.Topic;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;

/** Creates topics and the stack's own subscriptions. SNS ignores a repeated call. */
final class TopicProvisioner {
  private final SnsClient sns;

  TopicProvisioner(SnsClient sns) {
    this.sns = sns;
  }

  /** Creates a topic, and returns its ARN. */
  String create(String stackName, Topic topic) {
    return sns.createTopic(
            request ->
                request
                    .name(stackName + "-" + topic.logicalName())
                    .attributes(Map.of("DisplayName", topic.displayName())))
        .topicArn();
  }

  void subscribe(Subscription subscription, ProvisionedStack stack) {
    sns.subscribe(
        request ->
            request
                .topicArn(stack.topic(subscription.topic()))
                .protocol(subscription.protocol())
                .endpoint(subscription.endpoint()));
  }
}
