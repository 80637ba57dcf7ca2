package dev.darkroom.host.runtime;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts processes of a function, and waits until they ask for an event. */
final class Starter {

  /** Outcome of a start. */
  sealed interface Start {
    record Ready(ExecutionEnvironment environment, Duration took) implements Start {}

    record Failed(InvocationResult.Failed error, Duration took) implements Start {}

    record TooSlow(Duration limit) implements Start {}
  }

  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
  private static final int MOST_DOUBLINGS = 6;

  private final FunctionSpec spec;
  private final Launcher launcher;
  private final Consumer<String> output;
  private final Consumer<ExecutionEnvironment> started;
  private int failures;
  private Instant notBefore = Instant.MIN;

  /**
   * @param started takes every process, before it is known whether it becomes ready
   */
  Starter(
      FunctionSpec spec,
      Launcher launcher,
      Consumer<String> output,
      Consumer<ExecutionEnvironment> started) {
    this.spec = spec;
    this.launcher = launcher;
    this.output = output;
    this.started = started;
  }

  Start start(String requestId, Duration limit) throws InterruptedException {
    backOff();
    Start start = attempt(requestId, limit);
    count(start instanceof Start.Ready);
    return start;
  }

  private Start attempt(String requestId, Duration limit) throws InterruptedException {
    Instant began = Instant.now();
    ExecutionEnvironment environment;
    try {
      environment = ExecutionEnvironment.start(spec, launcher, output);
    } catch (IOException e) {
      return new Start.Failed(
          InvocationResult.Failed.of("Runtime.InvalidEntrypoint", String.valueOf(e.getMessage())),
          Duration.between(began, Instant.now()));
    }
    started.accept(environment);
    Optional<Conversation.Init> init;
    try {
      init = environment.awaitInit(limit, requestId);
    } catch (InterruptedException e) {
      environment.kill();
      throw e;
    }
    Duration took = Duration.between(began, Instant.now());
    if (init.isPresent() && init.get() instanceof Conversation.Init.Ready) {
      return new Start.Ready(environment, took);
    }
    environment.kill();
    environment.awaitEnd();
    return init.isPresent() && init.get() instanceof Conversation.Init.Failed(var error)
        ? new Start.Failed(error, took)
        : new Start.TooSlow(limit);
  }

  /** Waits after failed starts, so that a broken function does not start in a tight loop. */
  private void backOff() throws InterruptedException {
    Instant earliest;
    synchronized (this) {
      earliest = notBefore;
    }
    Instant now = Instant.now();
    if (earliest.isAfter(now)) {
      Thread.sleep(Duration.between(now, earliest));
    }
  }

  private synchronized void count(boolean ready) {
    if (ready) {
      failures = 0;
      notBefore = Instant.MIN;
    } else {
      Duration pause = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
      failures++;
      notBefore = Instant.now().plus(pause);
    }
  }
}
