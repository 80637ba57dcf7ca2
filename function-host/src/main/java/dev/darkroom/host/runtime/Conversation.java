package dev.darkroom.host.runtime;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Passes events from the host to a process, and answers back, one event at a time. */
final class Conversation {

  /** Outcome of a runtime's start. */
  sealed interface Init {
    record Ready() implements Init {}

    record Failed(InvocationResult.Failed error) implements Init {}
  }

  private final CompletableFuture<Init> init = new CompletableFuture<>();
  private CompletableFuture<Turn> upcoming = new CompletableFuture<>();
  private @Nullable Turn current;

  /** Completes when the runtime first reports: that it is ready, or why it is not. */
  CompletableFuture<Init> init() {
    return init;
  }

  /** Hands an event to the process, which must be free. */
  synchronized Turn begin(Invocation invocation) {
    if (current != null) {
      throw new IllegalStateException("busy with " + current.invocation().requestId());
    }
    Turn turn = Turn.of(invocation);
    current = turn;
    upcoming.complete(turn);
    return turn;
  }

  synchronized @Nullable String currentRequestId() {
    return current == null ? null : current.invocation().requestId();
  }

  /** Called when the runtime asks for an event. The result completes when there is one. */
  synchronized CompletableFuture<Turn> next() {
    init.complete(new Init.Ready());
    if (current != null && current.answer().isDone()) {
      upcoming = new CompletableFuture<>();
      Turn ended = current;
      current = null;
      ended.over().complete(Instant.now());
    }
    return upcoming;
  }

  /**
   * Called when the runtime answers an event. Only the first answer counts: after an answer that
   * was too large, the runtime also reports an error.
   *
   * @return false if the process does not have this event
   */
  synchronized boolean answer(String requestId, InvocationResult result) {
    if (current == null || !current.invocation().requestId().equals(requestId)) {
      return false;
    }
    current.answer().complete(result);
    return true;
  }

  void failInit(InvocationResult.Failed error) {
    init.complete(new Init.Failed(error));
  }

  /** Ends the conversation: the process gets no more events. */
  synchronized void end() {
    upcoming.cancel(false);
  }
}
