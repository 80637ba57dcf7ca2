package dev.darkroom.local.s3;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.local.disk.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the notification rules of all buckets in one file. */
final class Notifications {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private volatile Map<String, List<NotificationRule>> rules;

  private Notifications(Path file, Map<String, List<NotificationRule>> rules) {
    this.file = file;
    this.rules = Map.copyOf(rules);
  }

  static Notifications open(Path file) throws IOException {
    return new Notifications(
        file,
        Files.exists(file)
            ? JSON.readValue(file.toFile(), new TypeReference<>() {})
            : Map.<String, List<NotificationRule>>of());
  }

  List<NotificationRule> of(String bucket) {
    return rules.getOrDefault(bucket, List.of());
  }

  List<NotificationRule> matching(String bucket, String eventName, String key) {
    return of(bucket).stream().filter(rule -> rule.matches(eventName, key)).toList();
  }

  synchronized void set(String bucket, List<NotificationRule> configured) throws IOException {
    var changed = new HashMap<>(rules);
    changed.put(bucket, List.copyOf(configured));
    DurableFile.write(file, JSON.writeValueAsBytes(changed));
    rules = Map.copyOf(changed);
  }
}
