package dev.darkroom.stage.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Writes the jobs that Darkroom sends itself: to process again, to hand over to the other worker,
 * and to do a part of the work on a stream. They are S3 event notifications with a {@code darkroom}
 * object beside the records, so that one parser reads every queue.
 */
public final class JobMessage {
  static final String EXTENSION = "darkroom";
  static final String REQUESTED_AT = "requestedAt";
  static final String HANDED_OVER = "handedOver";
  static final String TASK = "task";

  private JobMessage() {}

  public static String of(JobEvent event) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode extension = root.putObject(EXTENSION);
    extension.put(HANDED_OVER, event.handedOver());
    if (event.requestedAt() != null) {
      extension.put(REQUESTED_AT, event.requestedAt().toString());
    }
    if (event.task() != null) {
      extension.put(TASK, event.task().toString());
    }
    ObjectNode record = root.putArray("Records").addObject();
    record.put("eventVersion", "2.1");
    record.put("eventSource", "aws:s3");
    record.put("eventTime", event.at().toString());
    record.put("eventName", "ObjectCreated:Put");
    ObjectNode s3 = record.putObject("s3");
    s3.putObject("bucket").put("name", event.bucket());
    ObjectNode object = s3.putObject("object");
    object.put("key", URLEncoder.encode(event.key(), StandardCharsets.UTF_8));
    object.put("eTag", event.etag());
    if (event.sequencer() != null) {
      object.put("sequencer", event.sequencer());
    }
    return root.toString();
  }
}
