package dev.darkroom.notify;

import java.util.Map;

/**
 * A message to publish.
 *
 * @param subject of mails: ASCII without line breaks, less than 100 characters (Amazon SNS API
 *     Reference, "Publish")
 * @param message one text per protocol, as a JSON object; at most 256 KB
 * @param attributes for filter policies; none is empty
 */
record Notification(String subject, String message, Map<String, String> attributes) {
  Notification {
    attributes = Map.copyOf(attributes);
  }
}
