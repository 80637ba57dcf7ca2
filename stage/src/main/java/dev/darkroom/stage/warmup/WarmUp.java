package dev.darkroom.stage.warmup;

import org.jboss.logging.Logger;

/**
 * Makes a function's first calls before its first event: they load classes and open connections,
 * which would cost that event a second on the JVM. Lambda gives start-up a full CPU whatever the
 * function's memory is.
 */
public final class WarmUp {
  private static final Logger LOG = Logger.getLogger(WarmUp.class);

  private WarmUp() {}

  /** One call, like a request to the store. */
  @FunctionalInterface
  public interface Call {
    void run() throws Exception;
  }

  /** Makes the calls, each whatever became of the one before it. */
  public static void run(Call... calls) {
    for (Call call : calls) {
      try {
        call.run();
      } catch (Exception e) {
        // The first event will meet the same fault, if it is still there, and report it.
        LOG.warn("a call to warm up failed", e);
      }
    }
  }
}
