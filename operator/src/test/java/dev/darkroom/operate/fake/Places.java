package dev.darkroom.operate.fake;

import dev.darkroom.operate.place.Monitoring;
import dev.darkroom.operate.place.Place;
import dev.darkroom.operate.place.QueueName;
import java.util.EnumMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Makes places out of fakes. A queue's URL is its name. */
public final class Places {
  private Places() {}

  public static Place of(SqsClient sqs) {
    var queues = new EnumMap<QueueName, String>(QueueName.class);
    for (QueueName queue : QueueName.values()) {
      queues.put(queue, queue.toString());
    }
    return new Place(
        "a test", "media", queues, new NoS3(), sqs, (name, event) -> "{}", Monitoring.none());
  }

  /** Answers nothing. */
  private static final class NoS3 implements S3Client {
    @Override
    public String serviceName() {
      return "s3";
    }

    @Override
    public void close() {}
  }
}
