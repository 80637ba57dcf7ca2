package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a message ("Amazon SNS message attributes" in the developer guide).
 *
 * @param type {@code String}, {@code String.Array}, {@code Number} or {@code Binary}
 * @param value text, or base64 if the type is binary
 */
record MessageAttribute(String type, String value) {

  private static final Pattern NAME =
      Pattern.compile("(?!\\.)(?!(?i:aws|amazon)\\.)[A-Za-z0-9_.-]{1,256}(?<!\\.)");
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..{1,240})?");

  static Map<String, MessageAttribute> of(QueryRequest request) {
    Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
    for (QueryRequest entry : request.list("MessageAttributes.entry")) {
      String name = entry.required("Name");
      if (!NAME.matcher(name).matches()) {
        throw Refusal.invalidParameter("Invalid attribute name: " + name);
      }
      String type = entry.optional("Value.DataType", "");
      @Nullable String value =
          entry.optional(type.startsWith("Binary") ? "Value.BinaryValue" : "Value.StringValue");
      if (value == null || value.isEmpty()) {
        throw Refusal.invalidParameter(
            "The message attribute '"
                + name
                + "' must contain a non-empty message attribute value.");
      }
      MessageAttribute attribute = new MessageAttribute(type, value);
      attribute.check(name);
      attributes.put(name, attribute);
    }
    return attributes;
  }

  @JsonIgnore
  boolean isBinary() {
    return type.startsWith("Binary");
  }

  byte[] bytes() {
    return Base64.getDecoder().decode(value);
  }

  int size() {
    return type.getBytes(UTF_8).length + value.getBytes(UTF_8).length;
  }

  /**
   * The attribute's value for filter policies; null if its type cannot be filtered ("Filter policy
   * constraints" in the developer guide).
   */
  @Nullable JsonNode filterable() {
    return switch (type) {
      case "String" -> Json.MAPPER.getNodeFactory().textNode(value);
      case "Number" -> Json.MAPPER.getNodeFactory().numberNode(new BigDecimal(value));
      case "String.Array" -> Json.parse(value);
      default -> null;
    };
  }

  private void check(String name) {
    if (!TYPE.matcher(type).matches()) {
      throw Refusal.invalidParameter(
          "The message attribute '" + name + "' has an invalid message attribute type.");
    }
    try {
      if (type.startsWith("Number")) {
        new BigDecimal(value);
      } else if (isBinary()) {
        bytes();
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.invalidParameter(
          "Could not cast message attribute '" + name + "' value to " + type + ".");
    }
    JsonNode array = type.equals("String.Array") ? Json.parse(value) : null;
    if (type.equals("String.Array") && (array == null || !array.isArray())) {
      throw Refusal.invalidParameter(
          "The message attribute '" + name + "' of type String.Array is not a JSON array.");
    }
  }
}
