package dev.darkroom.local.sns;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A message or a question for one subscription. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Delivery.Notification.class, name = "notification"),
  @JsonSubTypes.Type(value = Delivery.Confirmation.class, name = "confirmation")
})
sealed interface Delivery {

  /** Identifies the delivery. A repeated attempt has the same id. */
  String id();

  String subscriptionArn();

  /** When the delivery was made, as {@link Timestamp} formats it. */
  String timestamp();

  record Notification(String id, String subscriptionArn, Message message) implements Delivery {
    @Override
    public String timestamp() {
      return message.timestamp();
    }
  }

  /** Asks the endpoint to confirm its subscription. */
  record Confirmation(String id, String subscriptionArn, String timestamp) implements Delivery {}
}
