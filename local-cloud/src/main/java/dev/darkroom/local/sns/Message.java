package dev.darkroom.local.sns;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published message.
 *
 * @param body for every protocol that {@code bodies} does not name
 * @param bodies by {@link Protocol#wire}
 * @param timestamp see {@link Timestamp}
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
