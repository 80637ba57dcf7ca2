package dev.darkroom.infra;

/**
 * A rule that sends events of a bucket to a queue.
 *
 * @param event event type, such as {@code s3:ObjectCreated:*}
 * @param queue logical name of the queue
 * @param prefix prefix of the keys; empty for any key
 * @param suffix suffix of the keys; empty for any key
 */
public record BucketNotification(String event, String queue, String prefix, String suffix) {}
