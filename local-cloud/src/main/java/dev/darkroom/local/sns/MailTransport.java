package dev.darkroom.local.sns;

import java.io.IOException;

/** Delivers to mail addresses, as a text for people. */
final class MailTransport implements Transport {

  private final MailDelivery mail;
  private final Links links;

  MailTransport(MailDelivery mail, Links links) {
    this.mail = mail;
    this.links = links;
  }

  @Override
  public Receipt deliver(Delivery delivery, Subscription to) throws IOException {
    return mail.deliver(
        new Mail(
            delivery.id(),
            delivery.timestamp(),
            to.endpoint(),
            subject(delivery, to),
            text(delivery, to),
            links.unsubscribe(to)));
  }

  private static String subject(Delivery delivery, Subscription to) {
    String topic = Arns.topicName(to.topicArn());
    return switch (delivery) {
      case Delivery.Confirmation _ -> "Confirm your subscription to " + topic;
      case Delivery.Notification(_, _, Message message) when message.subject() != null ->
          message.subject();
      case Delivery.Notification _ -> "Notification from " + topic;
    };
  }

  private String text(Delivery delivery, Subscription to) {
    return switch (delivery) {
      case Delivery.Confirmation _ ->
          """
          You have chosen to subscribe to the topic %s.

          To confirm this subscription, open this link:
          %s

          If you did not ask for it, ignore this mail; nothing more will come.
          """
              .formatted(Arns.topicName(to.topicArn()), links.confirm(to));
      case Delivery.Notification(_, _, Message message) ->
          """
          %s

          --\s
          If you wish to stop receiving notifications from this topic, open this link to unsubscribe:
          %s
          """
              .formatted(message.body(to.protocol()), links.unsubscribe(to));
    };
  }
}
