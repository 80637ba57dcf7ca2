package dev.darkroom.local.sns;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** Settings of a subscription that can be changed. Refuses those that this service cannot honor. */
record SubscriptionAttributes(@JsonValue Map<String, String> values) {

  static final String FILTER_POLICY = "FilterPolicy";
  static final String FILTER_POLICY_SCOPE = "FilterPolicyScope";
  static final String RAW_MESSAGE_DELIVERY = "RawMessageDelivery";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  SubscriptionAttributes {
    values = Map.copyOf(values);
  }

  static SubscriptionAttributes of(Map<String, String> values, Protocol protocol) {
    values.forEach(
        (name, value) -> {
          switch (name) {
            case FILTER_POLICY, FILTER_POLICY_SCOPE -> {}
            case RAW_MESSAGE_DELIVERY -> checkRaw(value, protocol);
            default ->
                throw Refusal.invalidParameter(
                    "AttributeName Reason: " + name + " is not supported by the local SNS");
          }
        });
    SubscriptionAttributes attributes = new SubscriptionAttributes(values);
    attributes.filter().check();
    return attributes;
  }

  SubscriptionAttributes with(String name, String value, Protocol protocol) {
    Map<String, String> changed = new TreeMap<>(values);
    changed.put(name, value);
    return of(changed, protocol);
  }

  FilterPolicy filter() {
    return new FilterPolicy(
        values.getOrDefault(FILTER_POLICY, "{}"),
        values.getOrDefault(FILTER_POLICY_SCOPE, FilterPolicy.ATTRIBUTES));
  }

  boolean raw() {
    return Boolean.parseBoolean(values.get(RAW_MESSAGE_DELIVERY));
  }

  private static void checkRaw(String value, Protocol protocol) {
    if (!value.equals("true") && !value.equals("false")) {
      throw Refusal.invalidParameter("RawMessageDelivery Reason: must be true or false");
    }
    if (value.equals("true") && !protocol.canBeRaw()) {
      throw Refusal.invalidParameter(
          "RawMessageDelivery Reason: not for the protocol " + protocol.wire);
    }
  }
}
