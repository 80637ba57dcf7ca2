package dev.darkroom.stage.batch;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.Manifest.Status;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.log.LogContext;
import dev.darkroom.stage.metrics.Metric;
import dev.darkroom.stage.metrics.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record whose handling has begun, as logs and metrics show it.
 *
 * @param kind of the upload that it is about; absent with owner and id if it is about none
 * @param began on the monotonic clock
 */
record ObservedRecord(
    Invocation invocation,
    Delivery delivery,
    @Nullable MediaKind kind,
    @Nullable Owner owner,
    @Nullable MediaId id,
    Duration queueAge,
    long began) {

  /** Begins to handle a message that holds no record to handle. */
  static ObservedRecord begin(Invocation invocation, Delivery delivery) {
    return begin(invocation, delivery, null, null, null);
  }

  static ObservedRecord begin(Invocation invocation, Delivery delivery, JobEvent event) {
    Optional<OriginalKey> original = OriginalKey.parse(event.key());
    if (original.isPresent()) {
      OriginalKey key = original.get();
      return begin(invocation, delivery, key.kind(), key.owner(), key.id());
    }
    return ProcessedKey.parse(event.key())
        .map(key -> begin(invocation, delivery, null, key.owner(), key.id()))
        .orElseGet(() -> begin(invocation, delivery));
  }

  private static ObservedRecord begin(
      Invocation invocation,
      Delivery delivery,
      @Nullable MediaKind kind,
      @Nullable Owner owner,
      @Nullable MediaId id) {
    Duration age = Duration.between(delivery.sentAt(), Instant.now());
    return new ObservedRecord(
        invocation,
        delivery,
        kind,
        owner,
        id,
        // The clock of the queue may be ahead of this one.
        age.isNegative() ? Duration.ZERO : age,
        System.nanoTime());
  }

  LogContext logContext(String stage) {
    return new LogContext()
        .with(LogContext.STAGE, stage)
        .with(LogContext.MEDIA_ID, id)
        .with(LogContext.OWNER, owner)
        .with(LogContext.ATTEMPT, delivery.attempt())
        .with(LogContext.REQUEST_ID, invocation.requestId())
        .with(LogContext.TRACE_ID, invocation.traceId());
  }

  Observation failed() {
    return observation("error", kind).with(Metric.FAILURES, 1);
  }

  Observation ended(Ending ending) {
    return switch (ending) {
      case Ending.Committed(Manifest manifest) -> {
        Observation observation = committed(ending, manifest);
        yield manifest.status() == Status.FAILED
            ? observation.with(Metric.REJECTIONS, 1)
            : observation;
      }
      case Ending.GaveUp(Manifest manifest) -> committed(ending, manifest).with(Metric.GAVE_UP, 1);
      case Ending.Step step -> observation(step.outcome(), kind).with(Metric.FAILURES, 0);
    };
  }

  private Observation committed(Ending ending, Manifest manifest) {
    Observation observation =
        observation(ending.outcome(), manifest.kind())
            .with(Metric.FAILURES, 0)
            .with(Metric.ORIGINAL_BYTES, manifest.original().size());
    if (manifest.error() != null) {
      observation.with("code", manifest.error().code());
    }
    Double cost = manifest.processing().estimatedCostUsd();
    return cost == null ? observation : observation.with(Metric.ESTIMATED_COST_USD, cost);
  }

  private Observation observation(String outcome, @Nullable MediaKind kind) {
    return Observation.of(outcome)
        .with(Metric.RECORDS, 1)
        .with(Metric.DURATION, (System.nanoTime() - began) / 1e6)
        .with(Metric.QUEUE_AGE, queueAge.toMillis())
        .with("kind", kind)
        .with(LogContext.MEDIA_ID, id)
        .with(LogContext.OWNER, owner)
        .with(LogContext.ATTEMPT, delivery.attempt())
        .with(LogContext.REQUEST_ID, invocation.requestId())
        .with(LogContext.TRACE_ID, invocation.traceId());
  }
}
