package dev.darkroom.local.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Wraps deliveries in JSON ("Amazon SNS message and JSON formats" in the developer guide). The
 * signature's fields are present for readers that expect them, but nothing is signed.
 */
record Envelope(Links links) {

  String of(Delivery delivery, Subscription to) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    switch (delivery) {
      case Delivery.Notification(_, _, Message message) -> {
        json.put("Type", type(delivery))
            .put("MessageId", message.id())
            .put("TopicArn", message.topicArn());
        if (message.subject() != null) {
          json.put("Subject", message.subject());
        }
        json.put("Message", message.body(to.protocol())).put("Timestamp", message.timestamp());
        unsigned(json).put("UnsubscribeURL", links.unsubscribe(to));
        if (!message.attributes().isEmpty()) {
          ObjectNode attributes = json.putObject("MessageAttributes");
          message
              .attributes()
              .forEach(
                  (name, a) ->
                      attributes.putObject(name).put("Type", a.type()).put("Value", a.value()));
        }
      }
      case Delivery.Confirmation(String id, _, String timestamp) -> {
        json.put("Type", type(delivery))
            .put("MessageId", id)
            .put("Token", to.token())
            .put("TopicArn", to.topicArn());
        json.put(
            "Message",
            "You have chosen to subscribe to the topic "
                + to.topicArn()
                + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.");
        unsigned(json.put("SubscribeURL", links.confirm(to)).put("Timestamp", timestamp));
      }
    }
    return Json.write(json);
  }

  static String type(Delivery delivery) {
    return switch (delivery) {
      case Delivery.Notification _ -> "Notification";
      case Delivery.Confirmation _ -> "SubscriptionConfirmation";
    };
  }

  private ObjectNode unsigned(ObjectNode json) {
    return json.put("SignatureVersion", "1")
        .put("Signature", "unsigned")
        .put("SigningCertURL", links.endpoint() + "/unsigned");
  }
}
