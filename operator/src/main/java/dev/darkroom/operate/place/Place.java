package dev.darkroom.operate.place;

import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.S3ObjectStore;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A Darkroom to work on.
 *
 * @param title says which one to a person
 * @param bucket name of its bucket
 * @param queues their URLs
 */
public record Place(
    String title,
    String bucket,
    Map<QueueName, String> queues,
    S3Client s3,
    SqsClient sqs,
    Functions functions,
    Monitoring monitoring)
    implements AutoCloseable {
  public Place {
    queues = Map.copyOf(queues);
  }

  public ObjectStore store() {
    return new S3ObjectStore(s3, bucket);
  }

  /**
   * Returns the URL of a queue.
   *
   * @throws RefusedException if there is no such queue
   */
  public String queue(QueueName name) {
    String url = queues.get(name);
    if (url == null) {
      throw new RefusedException(title + " has no queue " + name + ".");
    }
    return url;
  }

  @Override
  public void close() {
    sqs.close();
    s3.close();
  }
}
