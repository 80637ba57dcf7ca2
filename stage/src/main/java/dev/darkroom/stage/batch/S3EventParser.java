package dev.darkroom.stage.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * Reads what a queue's message says about new objects, whichever way S3's event came: from S3
 * itself, through an SNS topic, or through EventBridge.
 *
 * <p>Only S3's {@code s3:TestEvent}, sent when notifications are set up, and its events about other
 * things than new objects hold nothing to do. A message that is none of these may be about an
 * upload in a form that nobody foresaw, so it is never taken for empty.
 */
public final class S3EventParser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private S3EventParser() {}

  /**
   * @throws MalformedEventException if it is no such message. Trying again does not help, but left
   *     in its queue the message ends where a person finds it
   */
  public static List<JobEvent> parse(String message) {
    JsonNode root = object(message);
    return events(isFromSns(root) ? object(Fields.text(root, "Message")) : root);
  }

  private static JsonNode object(String json) {
    try {
      JsonNode root = JSON.readTree(json);
      if (root.isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new MalformedEventException("not JSON", e);
    }
    throw new MalformedEventException("not a JSON object");
  }

  /** Amazon SNS Developer Guide, "Parsing Amazon SNS message formats". */
  private static boolean isFromSns(JsonNode root) {
    return root.path("Type").asText().equals("Notification") && root.hasNonNull("TopicArn");
  }

  private static List<JobEvent> events(JsonNode root) {
    if (root.path("Event").asText().equals("s3:TestEvent")) {
      return List.of();
    }
    if (root.path("source").asText().equals("aws.s3")) {
      return EventBridgeEvent.read(root);
    }
    return NotificationRecords.read(root);
  }
}
