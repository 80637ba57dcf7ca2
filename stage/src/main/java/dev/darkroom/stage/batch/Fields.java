package dev.darkroom.stage.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a message, and refuses the message if a required one is absent. */
final class Fields {
  private Fields() {}

  static String text(JsonNode parent, String field) {
    String value = optional(parent, field);
    if (value == null) {
      throw new MalformedEventException("no " + field);
    }
    return value;
  }

  static @Nullable String optional(JsonNode parent, String field) {
    String value = parent.path(field).asText("");
    return value.isEmpty() ? null : value;
  }

  static Instant instant(JsonNode parent, String field) {
    String value = text(parent, field);
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new MalformedEventException("no time: " + value, e);
    }
  }
}
