package dev.darkroom.infra;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A queue that feeds a function. Defaults are AWS SAM's ("SQS" event source).
 *
 * @param queue logical name of the queue
 * @param batchSize maximum number of messages in an invocation; 10 by default
 * @param batchingWindow how long messages are gathered; zero by default
 * @param reportBatchItemFailures whether the function's answer names the failed messages
 * @param countsEvents whether CloudWatch counts the messages that were read, failed and deleted
 * @param maximumConcurrency maximum number of concurrent invocations; unlimited by default
 */
public record QueueSource(
    String queue,
    int batchSize,
    Duration batchingWindow,
    boolean reportBatchItemFailures,
    boolean countsEvents,
    OptionalInt maximumConcurrency) {}
