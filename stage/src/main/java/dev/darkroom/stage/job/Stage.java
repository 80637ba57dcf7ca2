package dev.darkroom.stage.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.contract.Fingerprint;
import dev.darkroom.contract.Manifest;
import dev.darkroom.stage.batch.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The function that runs, and the cost of its time.
 *
 * @param memoryMiB memory of the function; absent outside Lambda
 * @param settings fingerprint of the settings that shape outputs; absent if it makes none
 */
public record Stage(String name, @Nullable Integer memoryMiB, @Nullable String settings) {
  private static final int FINGERPRINT_LENGTH = 10;

  /** AWS Lambda pricing, x86_64, on demand, first tier, us-east-1: USD per GB-second. */
  private static final double USD_PER_GB_SECOND = 0.0000166667;

  /** The stage of this process, with the memory that Lambda's environment states. */
  public static Stage ofEnvironment(String name) {
    String memory = System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE");
    return new Stage(name, memory == null ? null : Integer.valueOf(memory));
  }

  public Stage(String name, @Nullable Integer memoryMiB) {
    this(name, memoryMiB, null);
  }

  /**
   * Returns this stage with the settings that shape its outputs.
   *
   * @param settings all of them, whose texts say what they are
   */
  public Stage shapedBy(List<?> settings) {
    byte[] text = settings.toString().getBytes(UTF_8);
    return new Stage(name, memoryMiB, Fingerprint.of(text, FINGERPRINT_LENGTH));
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
        cost == null || before == null ? cost : Double.valueOf(cost + before),
        draft.settings());
  }
}
