package dev.darkroom.host.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A queue that feeds a function. The bounds are those of "Configuring scaling behavior" and
 * "Creating and configuring an Amazon SQS event source mapping" in the AWS Lambda developer guide.
 *
 * @param batchSize maximum number of messages in an invocation, 1 to 10,000; above 10 only with a
 *     window of at least a second
 * @param batchingWindow how long to gather a batch, up to 5 minutes; zero to invoke with the
 *     messages of one receive
 * @param reportBatchItemFailures whether the function's answer names the messages that failed; if
 *     not, a batch succeeds or fails as a whole
 */
public record QueueSourceSpec(
    String function,
    String queueUrl,
    String queueArn,
    int batchSize,
    Duration batchingWindow,
    boolean reportBatchItemFailures) {

  /** Lists the source's faults, one sentence each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (queueUrl.isBlank()) {
      problems.add("queue source of '%s': the queue's URL is empty".formatted(function));
    }
    if (queueArn.split(":", -1).length != 6) {
      problems.add("queue source of '%s': '%s' is no ARN".formatted(function, queueArn));
    }
    if (batchSize < 1 || batchSize > 10_000) {
      problems.add(
          "queue source %s: batch size %d is not in 1..10000".formatted(queueArn, batchSize));
    }
    if (batchingWindow.isNegative() || batchingWindow.compareTo(Duration.ofMinutes(5)) > 0) {
      problems.add(
          "queue source %s: batching window %s is not in 0..5 minutes"
              .formatted(queueArn, batchingWindow));
    }
    if (batchSize > 10 && batchingWindow.compareTo(Duration.ofSeconds(1)) < 0) {
      problems.add(
          "queue source %s: a batch size above 10 needs a batching window of at least 1 s"
              .formatted(queueArn));
    }
    return problems;
  }
}
