package dev.darkroom.reconcile.mend;

import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.JobMessage;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends the events of manifests that were written. */
@FunctionalInterface
public interface Completions {
  void send(JobEvent event);

  /** Sends to a queue in SQS. */
  static Completions sqs(SqsClient sqs, String url) {
    return event -> sqs.sendMessage(r -> r.queueUrl(url).messageBody(JobMessage.of(event)));
  }
}
