package dev.darkroom.host.queue;

import dev.darkroom.host.runtime.Functions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Feeds a function from a queue. One thread receives batches while a process of the function is
 * free. Each batch is handled in a thread of its own, up to the function's concurrency.
 */
public final class QueueSource {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final QueueSourceSpec spec;
  private final Functions functions;
  private final Receiver receiver;
  private final BatchHandler handler;
  private final Consumer<String> log;
  private final int concurrency;
  private final Semaphore slots;
  private final Thread poller;
  private volatile boolean stopped;
  private volatile boolean polling;

  private QueueSource(
      QueueSourceSpec spec,
      int concurrency,
      Functions functions,
      SqsClient sqs,
      Consumer<String> log) {
    this.spec = spec;
    this.functions = functions;
    this.receiver = new Receiver(spec, sqs);
    this.log = line -> log.accept("[" + spec.function() + "] " + line);
    this.handler = new BatchHandler(spec, functions, sqs, this.log);
    this.concurrency = concurrency;
    this.slots = new Semaphore(concurrency);
    this.poller = Thread.ofVirtual().name(spec.function() + "-poller").unstarted(this::poll);
  }

  /**
   * Makes a source that does not poll yet.
   *
   * @param concurrency maximum number of batches under way
   * @param log takes lines about the source, from any thread
   */
  public static QueueSource of(
      QueueSourceSpec spec,
      int concurrency,
      Functions functions,
      SqsClient sqs,
      Consumer<String> log) {
    return new QueueSource(spec, concurrency, functions, sqs, log);
  }

  /** Starts polling. */
  public void start() {
    poller.start();
  }

  public QueueSourceSpec spec() {
    return spec;
  }

  /** Whether the queue answered the last request. */
  public boolean isPolling() {
    return polling;
  }

  private void poll() {
    Duration pause = FIRST_PAUSE;
    while (!stopped) {
      try {
        Duration visibility = receiver.visibility();
        if (!polling) {
          log.accept("Polling " + spec.queueArn());
        }
        polling = true;
        pause = FIRST_PAUSE;
        while (!stopped) {
          receiveBatch(visibility);
        }
      } catch (RuntimeException e) {
        // Goes on after any fault: a source that gave up would look like an empty queue.
        pause = afterFailure(e, pause);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void receiveBatch(Duration visibility) throws InterruptedException {
    functions.awaitSlot(spec.function());
    slots.acquire();
    boolean handedOver = false;
    try {
      Instant expiry = Instant.now().plus(visibility);
      List<Message> batch = receiver.receive();
      if (!batch.isEmpty()) {
        Thread.ofVirtual().name(spec.function() + "-batch").start(() -> handle(batch, expiry));
        handedOver = true;
      }
    } finally {
      if (!handedOver) {
        slots.release();
      }
    }
  }

  private void handle(List<Message> batch, Instant expiry) {
    try {
      handler.handle(batch, expiry);
    } finally {
      slots.release();
    }
  }

  /** Logs once that the queue is away, and waits. Returns the next, longer pause. */
  private Duration afterFailure(RuntimeException e, Duration pause) {
    if (stopped) {
      return pause;
    }
    if (polling) {
      log.accept("Cannot poll %s, trying again: %s".formatted(spec.queueArn(), e.getMessage()));
    }
    polling = false;
    try {
      Thread.sleep(pause);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Duration longer = pause.multipliedBy(2);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  /** Receives no more. Batches under way go on. */
  public void stop() {
    stopped = true;
    polling = false;
    poller.interrupt();
  }

  /** Waits until no batch is under way, or until the deadline. */
  public void awaitEnd(Instant deadline) throws InterruptedException {
    long left = Math.max(0, Duration.between(Instant.now(), deadline).toNanos());
    if (slots.tryAcquire(concurrency, left, TimeUnit.NANOSECONDS)) {
      slots.release(concurrency);
    }
  }
}
