package dev.darkroom.infra;

import java.util.List;

/** A bucket: its physical name, where its events go, and which web pages may use it. */
public record Bucket(
    String logicalName, String name, List<BucketNotification> notifications, List<CorsRule> cors) {
  public Bucket {
    notifications = List.copyOf(notifications);
    cors = List.copyOf(cors);
  }
}
