package dev.darkroom.host.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes an event through a function, from START to REPORT. */
final class Handling {

  /**
   * A handled event.
   *
   * @param environment process that had the event; null if none became ready
   */
  record Handled(InvocationResult result, @Nullable ExecutionEnvironment environment) {}

  private final FunctionSpec spec;
  private final Duration initLimit;
  private final Starter starter;
  private final InvocationLog log;

  Handling(FunctionSpec spec, Duration initLimit, Starter starter, InvocationLog log) {
    this.spec = spec;
    this.initLimit = initLimit;
    this.starter = starter;
    this.log = log;
  }

  /**
   * Handles an event.
   *
   * @param warm free process; null to start one
   */
  Handled handle(@Nullable ExecutionEnvironment warm, String requestId, Event event)
      throws InterruptedException {
    if (warm != null) {
      log.start(requestId);
      return run(warm, requestId, event, Instant.now(), Optional.empty());
    }
    Starter.Start first = starter.start(requestId, initLimit);
    if (first instanceof Starter.Start.Ready(var environment, var took)) {
      log.start(requestId);
      return run(environment, requestId, event, Instant.now(), Optional.of(took));
    }
    log.initFailed(first);
    return startAgain(requestId, event);
  }

  /** Starts a process again. This start counts as part of the invocation and of its timeout. */
  private Handled startAgain(String requestId, Event event) throws InterruptedException {
    log.start(requestId);
    Instant began = Instant.now();
    return switch (starter.start(requestId, spec.timeout())) {
      case Starter.Start.Ready(var environment, var took) ->
          run(environment, requestId, event, began, Optional.empty());
      case Starter.Start.Failed(var error, var took) ->
          new Handled(conclude(event, error, requestId, began, Optional.empty(), 0), null);
      case Starter.Start.TooSlow(var limit) ->
          new Handled(
              conclude(event, timedOut(requestId), requestId, began, Optional.empty(), 0), null);
    };
  }

  private Handled run(
      ExecutionEnvironment environment,
      String requestId,
      Event event,
      Instant began,
      Optional<Duration> init)
      throws InterruptedException {
    var invocation = new Invocation(requestId, event, began.plus(spec.timeout()), traceId(began));
    InvocationResult result;
    try {
      result = environment.handle(invocation).orElseGet(() -> timedOut(requestId));
    } catch (InterruptedException e) {
      environment.kill();
      throw e;
    }
    return new Handled(
        conclude(event, result, requestId, began, init, environment.peakMiB()), environment);
  }

  private InvocationResult conclude(
      Event event,
      InvocationResult result,
      String requestId,
      Instant began,
      Optional<Duration> init,
      long peakMiB) {
    Outcome outcome = Outcome.of(event, result);
    Duration duration = Duration.between(began, Instant.now());
    log.end(result, new Report(requestId, duration, init, spec.memoryMiB(), peakMiB, outcome));
    return result;
  }

  private InvocationResult timedOut(String requestId) {
    return InvocationResult.Failed.of(
        Outcome.TIMED_OUT,
        String.format(
            Locale.ROOT,
            "RequestId: %s Error: Task timed out after %.2f seconds",
            requestId,
            spec.timeout().toNanos() / 1e9));
  }

  /** Makes an X-Ray header that is not sampled ("Tracing header" in the X-Ray developer guide). */
  private static String traceId(Instant began) {
    String random = UUID.randomUUID().toString().replace("-", "");
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(began.getEpochSecond(), random.substring(0, 24), random.substring(16));
  }
}
