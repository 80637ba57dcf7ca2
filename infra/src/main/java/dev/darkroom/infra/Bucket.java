package dev.darkroom.infra;

import java.util.List;

/** A bucket: its name, the rules for its events, and the web pages that may use it. */
public record Bucket(
    String logicalName, String name, List<BucketNotification> notifications, List<CorsRule> cors) {
  public Bucket {
    notifications = List.copyOf(notifications);
    cors = List.copyOf(cors);
  }
}
