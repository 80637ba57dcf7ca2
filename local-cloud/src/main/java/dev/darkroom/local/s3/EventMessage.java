package dev.darkroom.local.s3;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.local.account.LocalAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes event messages ("Event message structure" in the S3 user guide). */
final class EventMessage {
  private static final JsonNodeFactory NODES = new ObjectMapper().getNodeFactory();

  private EventMessage() {}

  /**
   * Writes the message for an object that was written or removed.
   *
   * @param state the object after the write; null for a removal
   */
  static String of(Intent intent, NotificationRule rule, @Nullable ObjectState state) {
    var message = NODES.objectNode();
    var event = message.putArray("Records").addObject();
    event
        .put("eventVersion", "2.1")
        .put("eventSource", "aws:s3")
        .put("awsRegion", LocalAccount.REGION)
        .put("eventTime", intent.eventTime())
        .put("eventName", intent.eventName());
    event.putObject("userIdentity").put("principalId", principal());
    event.putObject("requestParameters").put("sourceIPAddress", intent.origin().sourceIp());
    event
        .putObject("responseElements")
        .put("x-amz-request-id", intent.origin().requestId())
        .put("x-amz-id-2", intent.origin().requestId());
    var s3 = event.putObject("s3");
    s3.put("s3SchemaVersion", "1.0").put("configurationId", rule.id());
    bucket(s3, intent.bucket());
    var object = s3.putObject("object").put("key", encoded(intent.key()));
    if (state != null) {
      object.put("size", state.size()).put("eTag", state.etag());
    }
    object.put("sequencer", intent.sequencer());
    return message.toString();
  }

  /** Writes the test event that S3 sends to a queue when a configuration names it. */
  static String test(String bucket, String time, Origin origin) {
    return NODES
        .objectNode()
        .put("Service", "Amazon S3")
        .put("Event", "s3:TestEvent")
        .put("Time", time)
        .put("Bucket", bucket)
        .put("RequestId", origin.requestId())
        .put("HostId", origin.requestId())
        .toString();
  }

  /** Encodes a key as S3 does: like an HTML form (a space becomes +), except for slashes. */
  static String encoded(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  private static void bucket(ObjectNode s3, String name) {
    var bucket = s3.putObject("bucket").put("name", name).put("arn", "arn:aws:s3:::" + name);
    bucket.putObject("ownerIdentity").put("principalId", principal());
  }

  private static String principal() {
    return "AWS:" + LocalAccount.ID;
  }
}
