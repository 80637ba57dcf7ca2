package dev.darkroom.host.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Result of an invocation, as Lambda's Invoke reports it. */
public sealed interface InvocationResult {

  /** The function answered. The payload is what it returned, usually JSON. */
  record Success(String payload) implements InvocationResult {}

  /**
   * The function threw, timed out, exited or used too much memory.
   *
   * @param errorType type of the error, for example {@code java.lang.IllegalStateException}, {@code
   *     Sandbox.Timedout}, {@code Runtime.ExitError} or {@code Runtime.OutOfMemory}
   * @param payload error as JSON with {@code errorType} and {@code errorMessage}, as Lambda returns
   *     it
   */
  record Failed(String errorType, String errorMessage, String payload) implements InvocationResult {

    /** Makes a failure that the host found, not the function. */
    static Failed of(String errorType, String errorMessage) {
      String payload =
          JsonNodeFactory.instance
              .objectNode()
              .put("errorType", errorType)
              .put("errorMessage", errorMessage)
              .toString();
      return new Failed(errorType, errorMessage, payload);
    }
  }

  /** No process was free within the caller's patience, and nothing ran. */
  record Throttled() implements InvocationResult {}
}
