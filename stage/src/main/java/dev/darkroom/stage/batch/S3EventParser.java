package dev.darkroom.stage.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads S3's event notification message (Amazon S3 User Guide, "Event message structure").
 *
 * <p>Messages without records, like the {@code s3:TestEvent} sent when notifications are set up,
 * hold no event. Records other than {@code ObjectCreated:*} are passed over.
 */
public final class S3EventParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Some emulators name events as the notification's set-up does. */
  private static final Pattern CREATED = Pattern.compile("(s3:)?ObjectCreated:");

  /** What no encoding leaves as it is. */
  private static final Pattern NEVER_ENCODED = Pattern.compile("[^!-~]");

  private S3EventParser() {}

  /**
   * @throws MalformedEventException if it is no such message; it will not get better, but it must
   *     not be lost either: left in its queue it ends as a dead letter
   */
  public static List<ObjectCreated> parse(String message) {
    JsonNode root;
    try {
      root = JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new MalformedEventException("not JSON", e);
    }
    if (!root.isObject()) {
      throw new MalformedEventException("not a JSON object");
    }
    var events = new ArrayList<ObjectCreated>();
    for (JsonNode record : root.path("Records")) {
      if (CREATED.matcher(record.path("eventName").asText()).lookingAt()) {
        events.add(event(record, root.path(JobMessage.EXTENSION)));
      }
    }
    return events;
  }

  private static ObjectCreated event(JsonNode record, JsonNode extension) {
    JsonNode object = record.path("s3").path("object");
    return new ObjectCreated(
        text(record.path("s3").path("bucket"), "name"),
        decode(text(object, "key")),
        text(object, "eTag").replace("\"", ""),
        object.path("size").asLong(),
        optional(object, "sequencer"),
        instant(text(record, "eventTime")),
        extension.hasNonNull(JobMessage.REQUESTED_AT)
            ? instant(text(extension, JobMessage.REQUESTED_AT))
            : null,
        extension.path(JobMessage.HANDED_OVER).asBoolean());
  }

  private static String text(JsonNode parent, String field) {
    String value = optional(parent, field);
    if (value == null) {
      throw new MalformedEventException("no " + field);
    }
    return value;
  }

  private static @Nullable String optional(JsonNode parent, String field) {
    String value = parent.path(field).asText("");
    return value.isEmpty() ? null : value;
  }

  private static Instant instant(String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new MalformedEventException("no time: " + value, e);
    }
  }

  /**
   * AWS form-encodes keys (a space is {@code +}), LocalStack percent-encodes them; both decode
   * alike. Some emulators send keys as they are, which shows by what cannot be decoded or would
   * have been encoded; a plus sign or a percent sign alone does not show it.
   */
  private static String decode(String key) {
    if (NEVER_ENCODED.matcher(key).find()) {
      return key;
    }
    try {
      return URLDecoder.decode(key, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return key;
    }
  }
}
