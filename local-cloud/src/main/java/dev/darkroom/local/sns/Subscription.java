package dev.darkroom.local.sns;

/**
 * A subscription to a topic.
 *
 * @param token secret that only the endpoint knows, which proves that a confirmation or an
 *     unsubscription comes from there
 */
record Subscription(
    String arn,
    String topicArn,
    Protocol protocol,
    String endpoint,
    SubscriptionAttributes attributes,
    String token,
    boolean confirmed) {

  boolean sameTarget(Subscription other) {
    return topicArn.equals(other.topicArn)
        && protocol == other.protocol
        && endpoint.equals(other.endpoint);
  }

  boolean wants(Message message) {
    return confirmed
        && topicArn.equals(message.topicArn())
        && attributes.filter().accepts(message, protocol);
  }

  Subscription asConfirmed() {
    return new Subscription(arn, topicArn, protocol, endpoint, attributes, token, true);
  }

  Subscription with(SubscriptionAttributes changed) {
    return new Subscription(arn, topicArn, protocol, endpoint, changed, token, confirmed);
  }
}
