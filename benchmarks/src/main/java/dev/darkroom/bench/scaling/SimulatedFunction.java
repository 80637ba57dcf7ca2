package dev.darkroom.bench.scaling;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * A standard SQS queue, the event source mapping that reads it with batches of one message, and the
 * function behind it. The mapping starts with {@value Lambda#FIRST_CONCURRENCY} invocations at a
 * time and asks for more while messages wait; an invocation takes an idle environment if there is
 * one, and starts a cold one otherwise. How fast a mapping shrinks is not documented; this one does
 * not.
 */
final class SimulatedFunction {
  private final Clock clock;
  private final Account account;
  private final int maximumConcurrency;
  private final double coldStartSeconds;
  private final double gigabytes;

  private final Deque<Job> waiting = new ArrayDeque<>();
  private double concurrency = Lambda.FIRST_CONCURRENCY;
  private double looked;
  private Held held = Held.NOT;
  private boolean growthPlanned;
  private int busy;
  private int idle;
  private int peak;
  private double busySeconds;

  /**
   * A message.
   *
   * @param held for how long messages had waited when it arrived
   */
  private record Job(double seconds, Held held, Consumer<Held> done) {}

  SimulatedFunction(
      Clock clock,
      Account account,
      int maximumConcurrency,
      double coldStartSeconds,
      double memoryMegabytes) {
    this.clock = clock;
    this.account = account;
    this.maximumConcurrency = Math.min(maximumConcurrency, Lambda.MAPPING_CONCURRENCY);
    this.coldStartSeconds = coldStartSeconds;
    this.gigabytes = memoryMegabytes / 1024;
    account.add(this);
  }

  /**
   * Sends a message.
   *
   * @param seconds that the function works on it, without a cold start
   * @param done runs when it has, and learns what the message waited for
   */
  void send(double seconds, Consumer<Held> done) {
    look();
    waiting.add(new Job(seconds, held, done));
    startWaiting();
  }

  void startWaiting() {
    look();
    while (!waiting.isEmpty() && busy < allowed() && !account.isFull()) {
      start(waiting.remove());
    }
    if (!waiting.isEmpty() && !growthPlanned && grown() < maximumConcurrency) {
      growthPlanned = true;
      double missing = grown() + 1 - concurrency;
      clock.after(
          missing / Lambda.GROWTH_PER_SECOND,
          () -> {
            growthPlanned = false;
            startWaiting();
          });
    }
  }

  private int allowed() {
    return Math.min(maximumConcurrency, grown());
  }

  private int grown() {
    // A hair more, because sums of fractions fall short of whole numbers.
    return (int) (concurrency + 1e-6);
  }

  private void start(Job job) {
    double seconds = job.seconds();
    if (idle > 0) {
      idle--;
    } else {
      seconds += coldStartSeconds;
    }
    busy++;
    peak = Math.max(peak, busy);
    account.begin();
    account.pay(seconds * gigabytes * Prices.GIGABYTE_SECOND + Prices.INVOCATION);
    busySeconds += seconds;
    Held waited = held.minus(job.held());
    clock.after(
        seconds,
        () -> {
          look();
          busy--;
          idle++;
          job.done().accept(waited);
          account.end();
        });
  }

  /** Accounts for the time since the last look: if messages waited, what for, and growth. */
  void look() {
    double passed = clock.now() - looked;
    looked = clock.now();
    if (waiting.isEmpty() || passed == 0) {
      return;
    }
    if (busy >= maximumConcurrency) {
      held = held.plus(new Held(0, passed, 0));
    } else if (account.isFull()) {
      held = held.plus(new Held(0, 0, passed));
    } else {
      held = held.plus(new Held(passed, 0, 0));
    }
    concurrency += passed * Lambda.GROWTH_PER_SECOND;
  }

  /** Most invocations at one time. */
  int peak() {
    return peak;
  }

  double busySeconds() {
    return busySeconds;
  }
}
