package dev.darkroom.stage.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads S3's events as EventBridge sends them (Amazon S3 User Guide, "EventBridge"). */
final class EventBridgeEvent {
  private EventBridgeEvent() {}

  /** Returns the new object that the event is about, if it is about one. */
  static List<JobEvent> read(JsonNode event) {
    String type = Fields.text(event, "detail-type");
    if (type.equals("Object Created")) {
      return List.of(created(event));
    }
    // CloudTrail's account of a PutObject has the same source, and must not get lost.
    if (!type.startsWith("Object ")) {
      throw new MalformedEventException("no event about an object: " + type);
    }
    return List.of();
  }

  /** Unlike in a notification, the key is not encoded, and {@code etag} is in lower case. */
  private static JobEvent created(JsonNode event) {
    JsonNode detail = event.path("detail");
    JsonNode object = detail.path("object");
    return JobEvent.written(
        Fields.text(detail.path("bucket"), "name"),
        Fields.text(object, "key"),
        Fields.text(object, "etag").replace("\"", ""),
        Fields.optional(object, "sequencer"),
        Fields.instant(event, "time"));
  }
}
