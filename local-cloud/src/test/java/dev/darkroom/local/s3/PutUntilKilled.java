package dev.darkroom.local.s3;

import dev.darkroom.local.Clients;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Event;

/** Puts numbered objects for ever, with events, and prints each number once S3 has answered. */
final class PutUntilKilled {
  private PutUntilKilled() {}

  public static void main(String[] args) {
    var s3 = LocalS3.start(Path.of(args[0]), 0, Clients.sqs(URI.create(args[1])), List.of());
    var client = Clients.s3(s3.endpoint());
    client.createBucket(request -> request.bucket("bucket"));
    client.putBucketNotificationConfiguration(
        request ->
            request
                .bucket("bucket")
                .notificationConfiguration(
                    configuration ->
                        configuration.queueConfigurations(
                            Cloud.rule(
                                "jobs",
                                "arn:aws:sqs:us-east-1:000000000000:jobs",
                                "",
                                "",
                                Event.S3_OBJECT_CREATED))));
    for (int i = 0; ; i++) {
      var key = Integer.toString(i);
      client.putObject(request -> request.bucket("bucket").key(key), RequestBody.fromString(key));
      System.out.println(key);
    }
  }
}
