package dev.darkroom.stage.batch;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** When an invocation must have answered, on the monotonic clock. */
public final class Deadline {
  private final long nanoTime;

  private Deadline(long nanoTime) {
    this.nanoTime = nanoTime;
  }

  public static Deadline after(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** The invocation's own deadline, less what answering takes. */
  public static Deadline of(Context context, Duration reserve) {
    return after(Duration.ofMillis(context.getRemainingTimeInMillis()).minus(reserve));
  }

  /** Zero or negative once passed. */
  public Duration remaining() {
    return Duration.ofNanos(nanoTime - System.nanoTime());
  }

  public boolean passed() {
    return nanoTime - System.nanoTime() <= 0;
  }

  /** To be called between steps. */
  public void check() throws TimeoutException {
    if (passed()) {
      throw new TimeoutException("the invocation's time is used up");
    }
  }
}
