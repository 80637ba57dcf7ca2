package dev.darkroom.infra;

/**
 * Which events of a bucket go to which queue.
 *
 * @param event as in {@code s3:ObjectCreated:*}
 * @param queue logical name
 * @param prefix start of the keys meant, empty for any
 * @param suffix end of the keys meant, empty for any
 */
public record BucketNotification(String event, String queue, String prefix, String suffix) {}
