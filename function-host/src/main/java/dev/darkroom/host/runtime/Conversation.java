package dev.darkroom.host.runtime;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What a process and the host have to tell each other, one event at a time. */
final class Conversation {

  /** How the start of a runtime went. */
  sealed interface Init {
    record Ready() implements Init {}

    record Failed(InvocationResult.Failed error) implements Init {}
  }

  private final CompletableFuture<Init> init = new CompletableFuture<>();
  private CompletableFuture<Turn> upcoming = new CompletableFuture<>();
  private @Nullable Turn current;

  /** Completed by the runtime's first word: that it is ready, or why it is not. */
  CompletableFuture<Init> init() {
    return init;
  }

  /** Hands an event over. The process must be free. */
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

  /** The runtime asks for an event; the future stays open until there is one. */
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
   * The runtime answers. Only the first answer counts: after one that was too large the runtime
   * reports an error for the same event.
   *
   * @return false if that is not the event the process has
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

  /** Nothing more will come. */
  synchronized void end() {
    upcoming.cancel(false);
  }
}
