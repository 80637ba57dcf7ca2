package dev.darkroom.local.s3;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends some events of a bucket to a queue.
 *
 * @param events event types, such as {@code s3:ObjectCreated:*} or {@code s3:ObjectCreated:Put}
 * @param prefix prefix of the keys; empty for any key
 * @param suffix suffix of the keys; empty for any key
 */
record NotificationRule(
    String id, String queueArn, List<String> events, String prefix, String suffix) {

  NotificationRule {
    events = List.copyOf(events);
  }

  /**
   * Whether the rule applies to an event.
   *
   * @param eventName without {@code s3:}, as an event record has it
   */
  boolean matches(String eventName, String key) {
    return key.startsWith(prefix)
        && key.endsWith(suffix)
        && events.stream().anyMatch(type -> covers(type, "s3:" + eventName));
  }

  /** Whether one event could match two rules, which S3 refuses within one configuration. */
  static boolean anyOverlap(List<NotificationRule> rules) {
    return IntStream.range(0, rules.size())
        .anyMatch(
            i -> rules.subList(i + 1, rules.size()).stream().anyMatch(rules.get(i)::overlaps));
  }

  private boolean overlaps(NotificationRule other) {
    return (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix))
        && events.stream()
            .anyMatch(
                type ->
                    other.events.stream()
                        .anyMatch(theirs -> covers(type, theirs) || covers(theirs, type)));
  }

  private static boolean covers(String type, String name) {
    return type.endsWith("*")
        ? name.startsWith(type.substring(0, type.length() - 1))
        : type.equals(name);
  }
}
