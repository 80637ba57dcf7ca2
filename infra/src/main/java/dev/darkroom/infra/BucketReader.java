package dev.darkroom.infra;

import java.util.List;

/** Reads {@code AWS::S3::Bucket}. */
final class BucketReader {
  private BucketReader() {}

  static Bucket read(String logicalName, Properties bucket) {
    var name = bucket.text("BucketName");
    var notifications = notifications(bucket.nested("NotificationConfiguration"));
    var cors = cors(bucket.nested("CorsConfiguration"));
    OnlyOnAws.ignore(ResourceType.BUCKET, bucket);
    bucket.done();
    return new Bucket(logicalName, name, notifications, cors);
  }

  private static List<BucketNotification> notifications(Properties configuration) {
    var notifications =
        configuration.mappings("QueueConfigurations").stream().map(BucketReader::notification);
    var read = notifications.toList();
    configuration.done();
    return read;
  }

  private static BucketNotification notification(Properties notification) {
    var event = notification.text("Event");
    var queue = notification.reference("Queue", ResourceType.QUEUE, "Arn");
    var filter = notification.nested("Filter");
    var key = filter.nested("S3Key");
    String prefix = "";
    String suffix = "";
    for (var rule : key.mappings("Rules")) {
      var name = rule.text("Name");
      var value = rule.text("Value");
      switch (name) {
        case "prefix" -> prefix = value;
        case "suffix" -> suffix = value;
        default -> rule.fault("a filter rule is a prefix or a suffix, not '" + name + "'");
      }
      rule.done();
    }
    key.done();
    filter.done();
    notification.done();
    return new BucketNotification(event, queue, prefix, suffix);
  }

  private static List<CorsRule> cors(Properties configuration) {
    var rules = configuration.mappings("CorsRules").stream().map(BucketReader::corsRule).toList();
    configuration.done();
    return rules;
  }

  private static CorsRule corsRule(Properties rule) {
    var read =
        new CorsRule(
            rule.texts("AllowedOrigins"),
            rule.texts("AllowedMethods"),
            rule.texts("AllowedHeaders"),
            rule.texts("ExposedHeaders"),
            rule.seconds("MaxAge"));
    rule.done();
    return read;
  }
}
