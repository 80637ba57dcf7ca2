package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a message from a Publish request or an entry of PublishBatch, within the limits of Publish
 * in the API reference.
 */
final class MessageParser {

  /** Maximum bytes of a message with the names, types and values of its attributes. */
  static final int LARGEST = 256 * 1024;

  /** "no line breaks or control characters, and less than 100 characters long". */
  private static final Pattern SUBJECT = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{1,99}");

  private MessageParser() {}

  static Message parse(String topicArn, QueryRequest request) {
    String text = request.optional("Message", "");
    if (text.isEmpty()) {
      throw Refusal.invalidParameter("Empty message");
    }
    @Nullable String subject = request.optional("Subject");
    if (subject != null && !SUBJECT.matcher(subject).matches()) {
      throw Refusal.invalidParameter("Subject");
    }
    Map<String, MessageAttribute> attributes = MessageAttribute.of(request);
    if (size(text, attributes) > LARGEST) {
      throw Refusal.invalidParameter("Message too long");
    }
    Map<String, String> bodies = bodies(text, request.optional("MessageStructure"));
    String id = UUID.randomUUID().toString();
    return new Message(
        id,
        topicArn,
        subject,
        bodies.getOrDefault("default", text),
        bodies,
        attributes,
        Timestamp.now());
  }

  static int size(String text, Map<String, MessageAttribute> attributes) {
    int size = text.getBytes(UTF_8).length;
    for (Map.Entry<String, MessageAttribute> attribute : attributes.entrySet()) {
      size += attribute.getKey().length() + attribute.getValue().size();
    }
    return size;
  }

  /** Reads the bodies of the protocols that have their own. */
  private static Map<String, String> bodies(String text, @Nullable String structure) {
    if (structure == null) {
      return Map.of();
    }
    if (!structure.equals("json")) {
      throw Refusal.invalidParameter("MessageStructure");
    }
    JsonNode json = Json.parse(text);
    if (json == null || !json.isObject()) {
      throw Refusal.invalidParameter("Message Structure - JSON message body failed to parse");
    }
    Map<String, String> bodies = new HashMap<>();
    json.properties()
        .forEach(
            body -> {
              if (body.getValue().isTextual()) {
                bodies.put(body.getKey(), body.getValue().textValue());
              }
            });
    if (!bodies.containsKey("default")) {
      throw Refusal.invalidParameter("Message Structure - No default entry in JSON message body");
    }
    return bodies;
  }
}
