package dev.darkroom.host.runtime;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * An invocation that a process has.
 *
 * @param answer completes with the runtime's answer
 * @param over completes when the runtime asks for the next event, which frees the process ("Lambda
 *     execution environment lifecycle", Invoke phase)
 */
record Turn(
    Invocation invocation,
    CompletableFuture<InvocationResult> answer,
    CompletableFuture<Instant> over) {

  static Turn of(Invocation invocation) {
    return new Turn(invocation, new CompletableFuture<>(), new CompletableFuture<>());
  }
}
