package dev.darkroom.host.runtime;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * An invocation while a process has it.
 *
 * @param answer what the runtime posted
 * @param over completed when the runtime asks for the next event: only then is the process free
 *     again ("Lambda execution environment lifecycle", Invoke phase)
 */
record Turn(
    Invocation invocation,
    CompletableFuture<InvocationResult> answer,
    CompletableFuture<Instant> over) {

  static Turn of(Invocation invocation) {
    return new Turn(invocation, new CompletableFuture<>(), new CompletableFuture<>());
  }
}
