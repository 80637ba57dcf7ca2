package dev.darkroom.local.s3;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that is about to happen, and the rules that name the queues for its event.
 *
 * @param eventName without {@code s3:}
 * @param eventTime ISO 8601 with milliseconds
 * @param before the object before the write; null if there was none
 */
record Intent(
    String bucket,
    String key,
    String eventName,
    String sequencer,
    String eventTime,
    Origin origin,
    List<NotificationRule> rules,
    @Nullable ObjectState before) {

  Intent {
    rules = List.copyOf(rules);
  }

  boolean removal() {
    return eventName.startsWith("ObjectRemoved:");
  }
}
