package dev.darkroom.stage.batch;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** The time by which an invocation must answer, on the monotonic clock. */
public final class Deadline {
  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  public static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** The invocation's own deadline, less a reserve for answering. */
  public static Deadline of(Context context, Duration reserve) {
    return after(Duration.ofMillis(context.getRemainingTimeInMillis()).minus(reserve));
  }

  /** Time left; zero or negative once the deadline has passed. */
  public Duration remaining() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** Fails if the deadline has passed; called between steps. */
  public void check() throws TimeoutException {
    if (passed()) {
      throw new TimeoutException("the invocation's time is up");
    }
  }
}
