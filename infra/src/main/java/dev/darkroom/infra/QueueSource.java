package dev.darkroom.infra;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * A queue that calls a function. Defaults: AWS SAM, "SQS" event source.
 *
 * @param queue logical name
 * @param batchSize messages an invocation gets at most, 10 unless given
 * @param batchingWindow how long messages are gathered, zero unless given
 * @param reportBatchItemFailures whether the function's answer names the failed messages
 * @param maximumConcurrency invocations at once, unlimited unless given
 */
public record QueueSource(
    String queue,
    int batchSize,
    Duration batchingWindow,
    boolean reportBatchItemFailures,
    OptionalInt maximumConcurrency) {}
