package dev.darkroom.local.s3;

import dev.darkroom.local.fault.EventFaults;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Sends events to SQS in the background, and repeats each until SQS has taken it. Events that are
 * unsent when this closes stay in the outbox.
 */
final class EventPublisher implements AutoCloseable {
  private static final Logger LOG = System.getLogger(EventPublisher.class.getName());
  private static final int SENDERS = 4;
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final SqsClient queues;
  private final Outbox outbox;
  private final EventFaults faults;
  private final Map<String, String> urls = new ConcurrentHashMap<>();
  private final ScheduledExecutorService senders =
      Executors.newScheduledThreadPool(SENDERS, Thread.ofVirtual().name("event-", 0).factory());

  EventPublisher(SqsClient queues, Outbox outbox, EventFaults faults) {
    this.queues = queues;
    this.outbox = outbox;
    this.faults = faults;
  }

  /**
   * Sends an event to every queue that its rules name.
   *
   * @param state the object after the write; null for a removal
   */
  void publish(Intent intent, @Nullable ObjectState state) {
    var deliveries = faults.deliveries(intent.key());
    var open = new AtomicInteger(intent.rules().size() * deliveries.size());
    for (var rule : intent.rules()) {
      var message = EventMessage.of(intent, rule, state);
      for (var held : deliveries) {
        schedule(held, () -> deliver(intent, rule.queueArn(), message, open, PAUSE));
      }
    }
  }

  /** Sends now, on this thread. */
  void send(String queueArn, String message) {
    var url = urls.computeIfAbsent(queueArn, this::url);
    var _ = queues.sendMessage(request -> request.queueUrl(url).messageBody(message));
  }

  @Override
  public void close() {
    senders.shutdown();
    try {
      if (!senders.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(
      Intent intent, String queueArn, String message, AtomicInteger open, Duration pause) {
    try {
      send(queueArn, message);
      if (open.decrementAndGet() == 0) {
        outbox.remove(intent);
      }
    } catch (SdkException e) {
      urls.remove(queueArn);
      LOG.log(
          Level.WARNING, () -> "An event for " + queueArn + " will be sent again in " + pause, e);
      var longer = pause.multipliedBy(2);
      var next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
      schedule(pause, () -> deliver(intent, queueArn, message, open, next));
    }
  }

  private void schedule(Duration pause, Runnable delivery) {
    try {
      var _ = senders.schedule(delivery, pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "Closed; the outbox keeps the event", e);
    }
  }

  private String url(String queueArn) {
    var name = queueArn.substring(queueArn.lastIndexOf(':') + 1);
    return queues.getQueueUrl(request -> request.queueName(name)).queueUrl();
  }
}
