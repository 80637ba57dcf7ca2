package dev.darkroom.host.runtime;

/** Outcome of an invocation, for metrics and the REPORT line. */
enum Outcome {
  SUCCESS("success", ""),
  /** The function answered that messages of its batch failed, which Lambda reports as a success. */
  BATCH_FAILURES("batch-failures", ""),
  /** The function answered with an error. As on Lambda, the REPORT line has no status. */
  ERROR("error", ""),
  TIMEOUT("timeout", "timeout"),
  OUT_OF_MEMORY("out-of-memory", "error\tError Type: Runtime.OutOfMemory"),
  EXIT("exit", "error\tError Type: Runtime.ExitError");

  static final String TIMED_OUT = "Sandbox.Timedout";
  static final String EXITED = "Runtime.ExitError";
  static final String RAN_OUT_OF_MEMORY = "Runtime.OutOfMemory";

  private final String label;
  private final String status;

  Outcome(String label, String status) {
    this.label = label;
    this.status = status;
  }

  static Outcome of(Event event, InvocationResult result) {
    return switch (result) {
      case InvocationResult.Success(String payload) ->
          event.isHandledBy(payload) ? SUCCESS : BATCH_FAILURES;
      case InvocationResult.Throttled throttled -> ERROR;
      case InvocationResult.Failed failed ->
          switch (failed.errorType()) {
            case TIMED_OUT -> TIMEOUT;
            case EXITED -> EXIT;
            case RAN_OUT_OF_MEMORY -> OUT_OF_MEMORY;
            default -> ERROR;
          };
    };
  }

  /** Value of the label {@code outcome}. */
  String label() {
    return label;
  }

  /** Text after {@code Status:} in the REPORT line; empty for none. */
  String status() {
    return status;
  }
}
