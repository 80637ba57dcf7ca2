package dev.darkroom.host.runtime;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** How an invocation ended, as the caller of Lambda's Invoke learns it. */
public sealed interface InvocationResult {

  /** The function answered; the payload is what it returned, usually JSON. */
  record Success(String payload) implements InvocationResult {}

  /**
   * The function failed, or was stopped: it threw, timed out, exited or used too much memory.
   *
   * @param errorType for example {@code java.lang.IllegalStateException}, {@code Sandbox.Timedout},
   *     {@code Runtime.ExitError}, {@code Runtime.OutOfMemory}
   * @param payload the error as JSON with {@code errorType} and {@code errorMessage}, as Lambda
   *     returns it
   */
  record Failed(String errorType, String errorMessage, String payload) implements InvocationResult {

    /** A failure that the host found, not the function. */
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

  /** No process was free within the time the caller was ready to wait; nothing ran. */
  record Throttled() implements InvocationResult {}
}
