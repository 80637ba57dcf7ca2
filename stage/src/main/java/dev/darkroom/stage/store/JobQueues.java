package dev.darkroom.stage.store;

import dev.darkroom.contract.MediaKind;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.JobMessage;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends jobs that do not come from S3 events. */
public interface JobQueues {
  void send(MediaKind kind, JobEvent job);

  /**
   * Sends to queues in SQS.
   *
   * @param urls queue URLs by the kind of jobs
   */
  static JobQueues sqs(SqsClient sqs, Map<MediaKind, String> urls) {
    return (kind, job) -> {
      String url = urls.get(kind);
      if (url == null) {
        throw new IllegalArgumentException("no queue for jobs of kind " + kind);
      }
      sqs.sendMessage(r -> r.queueUrl(url).messageBody(JobMessage.of(job)));
    };
  }
}
