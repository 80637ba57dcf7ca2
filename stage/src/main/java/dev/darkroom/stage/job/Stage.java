package dev.darkroom.stage.job;

import dev.darkroom.contract.Manifest;
import dev.darkroom.stage.batch.Delivery;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The function that runs, and the cost of its time.
 *
 * @param memoryMiB memory of the function; absent outside Lambda
 */
public record Stage(String name, @Nullable Integer memoryMiB) {
  /** AWS Lambda pricing, x86_64, on demand, first tier, us-east-1: USD per GB-second. */
  private static final double USD_PER_GB_SECOND = 0.0000166667;

  /** The stage of this process, with the memory that Lambda's environment states. */
  public static Stage ofEnvironment(String name) {
    String memory = System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
    return new Stage(name, memory == null ? null : Integer.valueOf(memory));
  }

  /** Cost of compute in USD, rounded to a billionth; absent if the memory is unknown. */
  public @Nullable Double cost(Duration duration) {
    if (memoryMiB == null) {
      return null;
    }
    double gbSeconds = memoryMiB / 1024.0 * duration.toMillis() / 1000.0;
    return Math.round(gbSeconds * USD_PER_GB_SECOND * 1e9) / 1e9;
  }

  /**
   * Tells how a manifest was completed that another stage began.
   *
   * @param draft what that stage made
   * @param codingMillis compute time of other invocations of this stage
   */
  public Manifest.Processing completing(
      Manifest.Processing draft,
      Delivery delivery,
      Instant startedAt,
      Instant finishedAt,
      long codingMillis) {
    Duration own = Duration.between(startedAt, finishedAt).plusMillis(codingMillis);
    Double cost = cost(own);
    Double before = draft.estimatedCostUsd();
    return new Manifest.Processing(
        name,
        delivery.attempt(),
        draft.queuedAt(),
        draft.startedAt(),
        finishedAt,
        Duration.between(draft.startedAt(), finishedAt).toMillis(),
        draft.requestedAt(),
        memoryMiB,
        cost == null || before == null ? cost : Double.valueOf(cost + before));
  }
}
