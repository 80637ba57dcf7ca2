package dev.darkroom.operate.terminal;

import java.time.Duration;
import java.util.Optional;

/** Lets steps begin no faster than a rate, whichever threads take them. */
public final class Pace {
  /** Time that passes. */
  public interface Time {
    Time SYSTEM =
        new Time() {
          @Override
          public long nanos() {
            return System.nanoTime();
          }

          @Override
          public void sleep(Duration duration) throws InterruptedException {
            Thread.sleep(duration);
          }
        };

    long nanos();

    void sleep(Duration duration) throws InterruptedException;
  }

  private final Optional<Rate> rate;
  private final Time time;
  private long next;

  /**
   * @param rate empty for no limit
   */
  public Pace(Optional<Rate> rate, Time time) {
    this.rate = rate;
    this.time = time;
    this.next = time.nanos();
  }

  /** Waits until the next step may begin. */
  public synchronized void await() {
    if (rate.isEmpty()) {
      return;
    }
    long wait = next - time.nanos();
    if (wait > 0) {
      try {
        time.sleep(Duration.ofNanos(wait));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    // Steps that came late are not made up for.
    next = Math.max(next, time.nanos()) + rate.get().interval().toNanos();
  }
}
