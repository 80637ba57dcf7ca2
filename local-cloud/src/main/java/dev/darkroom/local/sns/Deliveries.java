package dev.darkroom.local.sns;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Makes every promised delivery at least once, each in a virtual thread of its own. */
final class Deliveries implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Deliveries.class.getName());

  /** Maximum attempts at once for one subscription, so that a slow endpoint delays no other. */
  private static final int MOST_ATTEMPTS = 16;

  private static final int SECONDS_TO_FINISH = 5;

  private final Registry registry;
  private final DeliveryLog log;
  private final Map<Protocol, Transport> transports;
  private final Map<String, Semaphore> attempts = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Deliveries(Registry registry, DeliveryLog log, Map<Protocol, Transport> transports) {
    this.registry = registry;
    this.log = log;
    this.transports = Map.copyOf(transports);
  }

  /** Resumes the deliveries that were pending when the service stopped. */
  void resume() {
    log.pending().forEach(this::start);
  }

  /** Promises the deliveries. When this returns, they survive the end of the process. */
  void send(Collection<? extends Delivery> deliveries) throws IOException {
    if (!deliveries.isEmpty()) {
      log.add(deliveries);
      deliveries.forEach(this::start);
    }
  }

  /** Lets attempts under way finish. Deliveries that wait for another attempt stay in the log. */
  @Override
  public void close() throws IOException {
    closing.countDown();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
    log.close();
  }

  private void start(Delivery delivery) {
    var _ = threads.submit(() -> run(delivery));
  }

  private void run(Delivery delivery) {
    try {
      for (int failures = 1; ; failures++) {
        Subscription to = registry.state().subscriptions().get(delivery.subscriptionArn());
        if (to == null || attempt(delivery, to)) {
          log.done(delivery);
          return;
        }
        if (closing.await(
            to.protocol().retries.delay(failures).toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.log(
          ERROR,
          "The delivery log cannot be written; delivery " + delivery.id() + " will be repeated",
          e);
    }
  }

  /** Attempts a delivery once. Returns whether it needs no other attempt. */
  private boolean attempt(Delivery delivery, Subscription to) throws InterruptedException {
    String what = delivery.id() + " for " + to.endpoint();
    Semaphore turn = attempts.computeIfAbsent(to.arn(), _ -> new Semaphore(MOST_ATTEMPTS));
    turn.acquire();
    try {
      if (closing.getCount() == 0) {
        return false;
      }
      Receipt receipt = transport(to.protocol()).deliver(delivery, to);
      if (receipt instanceof Receipt.Rejected(String reason)) {
        LOG.log(WARNING, "Gave up on {0}: {1}", what, reason);
      }
      return true;
    } catch (IOException | RuntimeException e) {
      boolean exhausted =
          to.protocol().retries.exhausted(Instant.parse(delivery.timestamp()), Instant.now());
      LOG.log(
          exhausted ? WARNING : INFO,
          "{0} {1}: {2}",
          exhausted ? "Gave up on" : "Will try again",
          what,
          e.toString());
      return exhausted;
    } finally {
      turn.release();
    }
  }

  private Transport transport(Protocol protocol) {
    return Objects.requireNonNull(transports.get(protocol), protocol.wire);
  }
}
