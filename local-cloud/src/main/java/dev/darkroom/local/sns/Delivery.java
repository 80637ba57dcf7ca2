package dev.darkroom.local.sns;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing to be brought to one subscription. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Delivery.Notification.class, name = "notification"),
  @JsonSubTypes.Type(value = Delivery.Confirmation.class, name = "confirmation")
})
sealed interface Delivery {

  /** Stays the same when the delivery is repeated. */
  String id();

  String subscriptionArn();

  /** See {@link Timestamp}. */
  String timestamp();

  record Notification(String id, String subscriptionArn, Message message) implements Delivery {
    @Override
    public String timestamp() {
      return message.timestamp();
    }
  }

  /** The question whether the endpoint wants the subscription. */
  record Confirmation(String id, String subscriptionArn, String timestamp) implements Delivery {}
}
