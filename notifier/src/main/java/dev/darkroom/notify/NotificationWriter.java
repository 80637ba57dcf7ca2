package dev.darkroom.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.darkroom.contract.Manifest;
import dev.darkroom.stage.store.ManifestJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes how an upload ended, in the form that each protocol needs. */
final class NotificationWriter {
  /** Amazon SNS API Reference, "Publish": 262,144 bytes, of which the attributes take some. */
  private static final int MAX_BYTES = 256 * 1024 - 8 * 1024;

  private static final JsonMapper JSON = ManifestJson.mapper(JsonMapper.builder()).build();

  private final Mail mail;

  NotificationWriter(Mail mail) {
    this.mail = mail;
  }

  Notification write(Manifest manifest, String bucket) {
    return new Notification(Subject.of(manifest), message(manifest, bucket), attributes(manifest));
  }

  /** Names fewer outputs if all are too many; the manifest, whose key it has, lists all. */
  private String message(Manifest manifest, String bucket) {
    String forPeople = mail.text(manifest);
    String forPhones = Subject.sms(manifest);
    for (int outputs = manifest.renditions().size(); outputs > 0; outputs /= 2) {
      String message = message(Completion.of(manifest, bucket, outputs), forPeople, forPhones);
      if (fits(message)) {
        return message;
      }
    }
    String message = message(Completion.of(manifest, bucket, 0), forPeople, forPhones);
    return fits(message)
        ? message
        : message(Completion.bare(manifest, bucket), forPeople, forPhones);
  }

  private static String message(Completion forPrograms, String forPeople, String forPhones) {
    return json(Map.of("default", json(forPrograms), "email", forPeople, "sms", forPhones));
  }

  private static boolean fits(String message) {
    return message.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
  }

  private static Map<String, String> attributes(Manifest manifest) {
    var attributes = new HashMap<String, String>();
    attributes.put("status", manifest.status().toString());
    attributes.put("kind", manifest.kind().toString());
    attributes.put("owner", manifest.owner().toString());
    if (manifest.error() != null) {
      attributes.put("code", manifest.error().code().toString());
    }
    return attributes;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("notifications are always writable", e);
    }
  }
}
