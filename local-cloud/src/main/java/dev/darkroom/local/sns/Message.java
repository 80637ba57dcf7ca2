package dev.darkroom.local.sns;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published message.
 *
 * @param body body for every protocol that {@code bodies} does not name
 * @param bodies bodies by {@link Protocol#wire}
 * @param timestamp time of publishing, as {@link Timestamp} formats it
 */
record Message(
    String id,
    String topicArn,
    @Nullable String subject,
    String body,
    Map<String, String> bodies,
    Map<String, MessageAttribute> attributes,
    String timestamp) {

  Message {
    bodies = Map.copyOf(bodies);
    attributes = Map.copyOf(attributes);
  }

  String body(Protocol protocol) {
    return bodies.getOrDefault(protocol.wire, body);
  }
}
