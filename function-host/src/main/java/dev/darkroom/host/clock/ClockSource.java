package dev.darkroom.host.clock;

import dev.darkroom.host.runtime.Event;
import dev.darkroom.host.runtime.Functions;
import dev.darkroom.host.runtime.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls a function at its rate, and waits for each answer: calls never overlap, and none is
 * repeated. What fails is counted with the function's other invocations.
 */
public final class ClockSource {
  private final ScheduleSpec spec;
  private final Functions functions;
  private final Consumer<String> log;
  private final CountDownLatch stopped = new CountDownLatch(1);

  /**
   * Makes a source that does not call yet.
   *
   * @param log takes lines about the source, from any thread
   */
  public ClockSource(ScheduleSpec spec, Functions functions, Consumer<String> log) {
    this.spec = spec;
    this.functions = functions;
    this.log = line -> log.accept("[" + spec.function() + "] " + line);
  }

  /** Starts the clock. */
  public void start() {
    Thread.ofVirtual().name(spec.function() + "-clock").start(this::run);
  }

  private void run() {
    Instant next = Instant.now().plus(spec.first());
    try {
      while (!stopped.await(millisUntil(next), TimeUnit.MILLISECONDS)) {
        call();
        next = following(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long millisUntil(Instant time) {
    return Duration.between(Instant.now(), time).toMillis();
  }

  /** Returns when the next call is due; those that the last one took the time of are left out. */
  private Instant following(Instant last) {
    Instant next = last.plus(spec.rate());
    Instant now = Instant.now();
    return next.isBefore(now) ? now.plus(spec.rate()) : next;
  }

  private void call() throws InterruptedException {
    // A process may be busy with a call by hand, which does the same work.
    switch (functions.invoke(spec.function(), Event.of(spec.input()), Duration.ZERO)) {
      case InvocationResult.Success _ -> {}
      case InvocationResult.Failed failed ->
          log.accept("The scheduled call failed: " + failed.errorMessage());
      case InvocationResult.Throttled() ->
          log.accept("The scheduled call found all processes busy, and is left out");
    }
  }

  /** Calls no more. A call under way goes on. */
  public void stop() {
    stopped.countDown();
  }
}
