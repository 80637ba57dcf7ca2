package dev.darkroom.stage.batch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.contract.stream.StreamTask;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads S3's event notification (Amazon S3 User Guide, "Event message structure"). */
final class NotificationRecords {
  /** Some emulators keep the prefix that a notification's configuration has. */
  private static final Pattern CREATED = Pattern.compile("(s3:)?ObjectCreated:");

  /** Characters that every encoding replaces. */
  private static final Pattern NEVER_ENCODED = Pattern.compile("[^!-~]");

  private NotificationRecords() {}

  /** Returns the new objects that the records are about; S3's other records are ignored. */
  static List<JobEvent> read(JsonNode root) {
    JsonNode records = root.path("Records");
    if (!records.isArray() || records.isEmpty()) {
      throw new MalformedEventException("no event of S3");
    }
    var events = new ArrayList<JobEvent>();
    for (JsonNode record : records) {
      if (!record.path("s3").path("object").isObject()) {
        throw new MalformedEventException("no record of S3");
      }
      if (CREATED.matcher(Fields.text(record, "eventName")).lookingAt()) {
        events.add(event(record, root.path(JobMessage.EXTENSION)));
      }
    }
    return events;
  }

  private static JobEvent event(JsonNode record, JsonNode extension) {
    JsonNode object = record.path("s3").path("object");
    JobEvent event =
        JobEvent.written(
            Fields.text(record.path("s3").path("bucket"), "name"),
            decode(Fields.text(object, "key")),
            Fields.text(object, "eTag").replace("\"", ""),
            Fields.optional(object, "sequencer"),
            Fields.instant(record, "eventTime"));
    if (extension.hasNonNull(JobMessage.REQUESTED_AT)) {
      event = event.again(Fields.instant(extension, JobMessage.REQUESTED_AT));
    }
    if (extension.hasNonNull(JobMessage.TASK)) {
      event = event.with(task(Fields.text(extension, JobMessage.TASK)));
    }
    return extension.path(JobMessage.HANDED_OVER).asBoolean() ? event.handOver() : event;
  }

  private static StreamTask task(String text) {
    return StreamTask.parse(text)
        .orElseThrow(() -> new MalformedEventException("no task: " + text));
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
