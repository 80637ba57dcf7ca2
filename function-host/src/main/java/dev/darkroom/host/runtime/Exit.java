package dev.darkroom.host.runtime;

/**
 * The end of a process.
 *
 * @param status exit status; 128 plus the signal's number if a signal ended the process
 * @param outOfMemory whether the host killed the process for its memory
 */
record Exit(int status, boolean outOfMemory) {

  private static final int SIGNALLED = 128;

  /** Failure of the invocation that the process had, in Lambda's words. */
  InvocationResult.Failed during(String requestId) {
    return InvocationResult.Failed.of(
        outOfMemory ? Outcome.RAN_OUT_OF_MEMORY : Outcome.EXITED,
        "RequestId: %s Error: Runtime exited %s".formatted(requestId, reason()));
  }

  private String reason() {
    if (status == 0) {
      return "without providing a reason";
    }
    return "with error: "
        + switch (status - SIGNALLED) {
          case 4 -> "signal: illegal instruction";
          case 6 -> "signal: aborted";
          case 7 -> "signal: bus error";
          case 8 -> "signal: floating point exception";
          case 9 -> "signal: killed";
          case 11 -> "signal: segmentation fault";
          case 15 -> "signal: terminated";
          default -> "exit status " + status;
        };
  }
}
