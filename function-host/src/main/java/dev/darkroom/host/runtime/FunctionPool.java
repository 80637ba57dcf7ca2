package dev.darkroom.host.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The processes of one function. Starts a process when needed, up to the function's concurrency.
 * The process used last is used next, so that those not needed become idle and are ended.
 */
final class FunctionPool {

  /** Idle time after which the recording process writes the AOT cache. */
  private static final Duration RECORDING_IDLE = Duration.ofSeconds(5);

  /** Maximum time to write the cache, which takes a few seconds of CPU. */
  private static final Duration RECORDING_LIMIT = Duration.ofMinutes(2);

  private static final Duration LONGEST_REAPER_PAUSE = Duration.ofSeconds(1);

  private final FunctionSpec spec;
  private final Duration idleTime;
  private final InvocationLog log;
  private final Handling handling;
  private final Semaphore slots;
  private final ConcurrentLinkedDeque<ExecutionEnvironment> idle = new ConcurrentLinkedDeque<>();
  private final Set<ExecutionEnvironment> all = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  FunctionPool(FunctionSpec spec, Launcher launcher, Lifetimes lifetimes, InvocationLog log) {
    this.spec = spec;
    this.idleTime = lifetimes.idle();
    this.log = log;
    this.slots = new Semaphore(spec.concurrency(), true);
    Starter starter = new Starter(spec, launcher, log::printed, this::welcome);
    this.handling = new Handling(spec, lifetimes.init(), starter, log);
    Thread.ofVirtual().name(spec.name() + "-reaper").start(this::reap);
  }

  private void welcome(ExecutionEnvironment environment) {
    all.add(environment);
    var _ =
        environment
            .exit()
            .thenRun(
                () -> {
                  all.remove(environment);
                  idle.remove(environment);
                });
  }

  /** Waits until a process is free or may be started. Another caller may still be faster. */
  void awaitSlot() throws InterruptedException {
    slots.acquire();
    slots.release();
  }

  /**
   * Has an event handled.
   *
   * @param patience maximum time to wait for a free process
   */
  InvocationResult invoke(Event event, Duration patience) throws InterruptedException {
    if (!slots.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      return throttle();
    }
    try {
      return closed ? throttle() : invoke(UUID.randomUUID().toString(), event);
    } finally {
      slots.release();
    }
  }

  private InvocationResult throttle() {
    log.throttled();
    return new InvocationResult.Throttled();
  }

  private InvocationResult invoke(String requestId, Event event) throws InterruptedException {
    log.began();
    try {
      Handling.Handled handled = handling.handle(takeIdle(), requestId, event);
      if (handled.environment() != null) {
        keepOrEnd(handled.environment());
      }
      return handled.result();
    } finally {
      log.ended();
    }
  }

  private @Nullable ExecutionEnvironment takeIdle() {
    ExecutionEnvironment candidate;
    do {
      candidate = idle.pollFirst();
    } while (candidate != null && !candidate.isFree());
    return candidate;
  }

  private void keepOrEnd(ExecutionEnvironment environment) {
    if (environment.isFree()) {
      idle.addFirst(environment);
    } else {
      environment.kill();
      // Its memory has to be free before another process replaces it.
      environment.awaitEnd();
    }
  }

  private void reap() {
    long quarter = idleTime.dividedBy(4).toMillis() + 1;
    try {
      while (!closed) {
        Thread.sleep(Math.min(quarter, LONGEST_REAPER_PAUSE.toMillis()));
        idle.forEach(this::endIfIdleForLong);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void endIfIdleForLong(ExecutionEnvironment environment) {
    Duration unused = Duration.between(environment.lastUsed(), Instant.now());
    if (environment.isRecording()) {
      if (unused.compareTo(RECORDING_IDLE) > 0 && idle.remove(environment)) {
        environment.retire(RECORDING_LIMIT);
      }
    } else if (unused.compareTo(idleTime) > 0 && idle.remove(environment)) {
      environment.kill();
    }
  }

  FunctionView view() {
    return new FunctionView(
        spec.name(), spec.concurrency(), all.stream().map(ExecutionEnvironment::view).toList());
  }

  /** Takes no more events. */
  void stop() {
    closed = true;
  }

  /** Lets events under way end by the deadline, then ends all processes. */
  void close(Instant deadline) throws InterruptedException {
    stop();
    Duration left = Duration.between(Instant.now(), deadline);
    // Waits for all slots, and goes on without those that are still taken at the deadline.
    slots.tryAcquire(spec.concurrency(), Math.max(left.toNanos(), 0), TimeUnit.NANOSECONDS);
    for (ExecutionEnvironment environment : all) {
      environment.kill();
    }
    for (ExecutionEnvironment environment : all) {
      environment.awaitEnd();
    }
  }
}
