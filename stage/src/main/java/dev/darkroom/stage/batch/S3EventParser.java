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
 * hold no event. Records other than {@code ObjectCreated:*} are ignored.
 */
public final class S3EventParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Some emulators keep the prefix that a notification's configuration has. */
  private static final Pattern CREATED = Pattern.compile("(s3:)?ObjectCreated:");

  /** Characters that every encoding replaces. */
  private static final Pattern NEVER_ENCODED = Pattern.compile("[^!-~]");

  private S3EventParser() {}

  /**
   * @throws MalformedEventException if it is no such message. Trying again does not help, but left
   *     in its queue the message ends as a dead letter, where it is not lost
   */
  public static List<JobEvent> parse(String message) {
    JsonNode root;
    try {
      root = JSON.readTree(message);
    } catch (JsonProcessingException e) {
      throw new MalformedEventException("not JSON", e);
    }
    if (!root.isObject()) {
      throw new MalformedEventException("not a JSON object");
    }
    var events = new ArrayList<JobEvent>();
    for (JsonNode record : root.path("Records")) {
      if (CREATED.matcher(record.path("eventName").asText()).lookingAt()) {
        events.add(event(record, root.path(JobMessage.EXTENSION)));
      }
    }
    return events;
  }

  private static JobEvent event(JsonNode record, JsonNode extension) {
    JsonNode object = record.path("s3").path("object");
    JobEvent event =
        JobEvent.written(
            text(record.path("s3").path("bucket"), "name"),
            decode(text(object, "key")),
            text(object, "eTag").replace("\"", ""),
            optional(object, "sequencer"),
            instant(text(record, "eventTime")));
    if (extension.hasNonNull(JobMessage.REQUESTED_AT)) {
      event = event.again(instant(text(extension, JobMessage.REQUESTED_AT)));
    }
    return extension.path(JobMessage.HANDED_OVER).asBoolean() ? event.handOver() : event;
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
   * AWS form-encodes keys (a space is {@code +}), LocalStack percent-encodes them; one decoder
   * reads both. Some emulators send keys as they are: a key that cannot be decoded, or has a
   * character that would have been encoded, is taken as it is. A plus or percent sign alone proves
   * nothing.
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
