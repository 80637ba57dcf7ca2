package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;

/** Makes the links by which a person or an endpoint answers. Each has the subscription's token. */
record Links(URI endpoint) {

  String confirm(Subscription subscription) {
    return endpoint
        + "/?Action=ConfirmSubscription&TopicArn="
        + encode(subscription.topicArn())
        + "&Token="
        + encode(subscription.token());
  }

  String unsubscribe(Subscription subscription) {
    return endpoint
        + "/?Action=Unsubscribe&SubscriptionArn="
        + encode(subscription.arn())
        + "&Token="
        + encode(subscription.token());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
