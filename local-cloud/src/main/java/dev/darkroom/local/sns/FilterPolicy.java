package dev.darkroom.local.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Ruler;

/**
 * Selects the messages that a subscription wants ("Amazon SNS subscription filter policies" in the
 * developer guide). AWS's own event-ruler implements the pattern language; here is what SNS adds:
 * what is matched, and how large a policy may be.
 *
 * @param policy JSON; an empty object selects every message
 * @param scope {@link #ATTRIBUTES} or {@link #BODY}
 */
record FilterPolicy(String policy, String scope) {

  static final String ATTRIBUTES = "MessageAttributes";
  static final String BODY = "MessageBody";

  private static final int MOST_KEYS = 5;
  private static final int MOST_COMBINATIONS = 150;

  /** Refuses a policy that SNS refuses at Subscribe. */
  void check() {
    if (!scope.equals(ATTRIBUTES) && !scope.equals(BODY)) {
      throw Refusal.invalidParameter(
          "FilterPolicyScope: Invalid value ["
              + scope
              + "]. Please use either MessageBody or MessageAttributes");
    }
    if (wantsEverything()) {
      return;
    }
    JsonNode json = Json.parse(policy);
    if (json == null || !json.isObject()) {
      throw Refusal.invalidParameter(
          "FilterPolicy: failed to parse JSON. It must be an object whose names are not repeated");
    }
    if (scope.equals(ATTRIBUTES) && nested(json)) {
      throw Refusal.invalidParameter(
          "FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy");
    }
    @Nullable String flaw = JsonRuleCompiler.check(policy);
    if (flaw != null) {
      throw Refusal.invalidParameter("FilterPolicy: " + flaw.lines().findFirst().orElse(""));
    }
    if (keys(json) > MOST_KEYS) {
      throw Refusal.invalidParameter(
          "FilterPolicy: Filter policy can not have more than " + MOST_KEYS + " keys");
    }
    if (combinations(json, 1) > MOST_COMBINATIONS) {
      throw Refusal.invalidParameter("FilterPolicy: Filter policy is too complex");
    }
  }

  boolean accepts(Message message, Protocol protocol) {
    if (wantsEverything()) {
      return true;
    }
    JsonNode event = scope.equals(BODY) ? Json.parse(message.body(protocol)) : attributes(message);
    // "exists": false does not match an empty event ("Key matching" in the developer guide).
    return event != null && event.isObject() && !event.isEmpty() && matches(event);
  }

  private boolean matches(JsonNode event) {
    try {
      return Ruler.matchesRule(event.toString(), policy);
    } catch (Exception e) {
      // Ruler throws Exception for rules that do not compile, and check() has compiled this one.
      throw new IllegalStateException("filter policy " + policy, e);
    }
  }

  private boolean wantsEverything() {
    return policy.isEmpty() || policy.equals("{}");
  }

  private static JsonNode attributes(Message message) {
    ObjectNode event = Json.MAPPER.createObjectNode();
    message
        .attributes()
        .forEach(
            (name, attribute) -> {
              JsonNode value = attribute.filterable();
              if (value != null) {
                event.set(name, value);
              }
            });
    return event;
  }

  private static boolean nested(JsonNode policy) {
    return policy.properties().stream()
        .anyMatch(
            field ->
                field.getValue().isObject()
                    || (isOr(field.getKey(), field.getValue())
                        && field.getValue().valueStream().anyMatch(FilterPolicy::nested)));
  }

  private static int keys(JsonNode policy) {
    return policy.properties().stream()
        .mapToInt(
            field ->
                switch (field.getValue()) {
                  case ObjectNode inner -> keys(inner);
                  case JsonNode or when isOr(field.getKey(), or) ->
                      or.valueStream().mapToInt(FilterPolicy::keys).sum();
                  default -> 1;
                })
        .sum();
  }

  /**
   * Multiplies, over all keys, the number of a key's values times its depth. Alternatives are
   * added.
   */
  private static long combinations(JsonNode policy, int depth) {
    return policy.properties().stream()
        .mapToLong(
            field ->
                switch (field.getValue()) {
                  case ObjectNode inner -> combinations(inner, depth + 1);
                  case JsonNode or when isOr(field.getKey(), or) ->
                      or.valueStream().mapToLong(branch -> combinations(branch, depth)).sum();
                  case JsonNode values -> (long) values.size() * depth;
                })
        .reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
  }

  private static boolean isOr(String name, JsonNode value) {
    return name.equals("$or")
        && value.isArray()
        && value.valueStream().allMatch(JsonNode::isObject);
  }
}
