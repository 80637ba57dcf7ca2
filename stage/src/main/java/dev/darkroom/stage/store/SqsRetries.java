package dev.darkroom.stage.store;

import dev.darkroom.stage.batch.Retries;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Postpones messages by their visibility timeout in SQS. */
public final class SqsRetries implements Retries {
  /** Short, because the function must still answer; a message not postponed comes back later. */
  private static final Duration CALL_LIMIT = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final Map<String, String> urls = new ConcurrentHashMap<>();

  public SqsRetries(SqsClient sqs) {
    this.sqs = sqs;
  }

  @Override
  public void postpone(String queueArn, String receiptHandle, Duration delay) {
    String url = urls.computeIfAbsent(queueArn, this::url);
    sqs.changeMessageVisibility(
        r ->
            r.queueUrl(url)
                .receiptHandle(receiptHandle)
                .visibilityTimeout(Math.toIntExact(delay.toSeconds()))
                .overrideConfiguration(c -> c.apiCallTimeout(CALL_LIMIT)));
  }

  /** An event names its queue by the ARN only: {@code arn:aws:sqs:region:account:name}. */
  private String url(String queueArn) {
    String[] parts = queueArn.split(":", 6);
    return sqs.getQueueUrl(
            r ->
                r.queueName(parts[5])
                    .queueOwnerAWSAccountId(parts[4])
                    .overrideConfiguration(c -> c.apiCallTimeout(CALL_LIMIT)))
        .queueUrl();
  }
}
