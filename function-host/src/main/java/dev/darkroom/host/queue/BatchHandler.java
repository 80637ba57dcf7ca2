package dev.darkroom.host.queue;

import dev.darkroom.host.runtime.Event;
import dev.darkroom.host.runtime.Functions;
import dev.darkroom.host.runtime.InvocationResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Invokes the function with a batch, and deletes the messages that succeeded. The queue delivers
 * the others again when their visibility ends, or moves them to the dead letters.
 */
final class BatchHandler {

  private static final int MOST_PER_DELETE = 10;
  private static final int DELETE_TRIES = 4;
  private static final Duration DELETE_PAUSE = Duration.ofMillis(200);

  private final QueueSourceSpec spec;
  private final Functions functions;
  private final SqsClient sqs;
  private final Consumer<String> log;

  BatchHandler(QueueSourceSpec spec, Functions functions, SqsClient sqs, Consumer<String> log) {
    this.spec = spec;
    this.functions = functions;
    this.sqs = sqs;
    this.log = log;
  }

  /**
   * Handles a batch.
   *
   * @param expiry when the messages become visible to others
   */
  void handle(List<Message> batch, Instant expiry) {
    try {
      for (List<Message> part : withinPayload(batch)) {
        delete(handled(part, expiry));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Splits a batch whose event would be too large for a function. */
  private List<List<Message>> withinPayload(List<Message> batch) {
    if (batch.size() == 1 || !SqsEvent.of(batch, spec.queueArn()).isTooLarge()) {
      return List.of(batch);
    }
    int half = batch.size() / 2;
    var parts = new ArrayList<>(withinPayload(batch.subList(0, half)));
    parts.addAll(withinPayload(batch.subList(half, batch.size())));
    return parts;
  }

  /** Invokes the function, and returns the messages that succeeded. */
  private List<Message> handled(List<Message> batch, Instant expiry) throws InterruptedException {
    Duration patience = Duration.between(Instant.now(), expiry);
    if (patience.isNegative()) {
      return List.of();
    }
    Event event = SqsEvent.of(batch, spec.queueArn()).handledIf(answer -> isHandled(batch, answer));
    return switch (functions.invoke(spec.function(), event, patience)) {
      case InvocationResult.Success(String payload) -> succeeded(batch, payload);
      case InvocationResult.Failed failed -> List.of();
      case InvocationResult.Throttled throttled -> List.of();
    };
  }

  private List<Message> succeeded(List<Message> batch, String payload) {
    if (!spec.reportBatchItemFailures()) {
      return batch;
    }
    return switch (BatchAnswer.read(payload, ids(batch))) {
      case BatchAnswer.Failures(Set<String> failed) ->
          batch.stream().filter(message -> !failed.contains(message.messageId())).toList();
      case BatchAnswer.Malformed(String reason) -> {
        log.accept("The whole batch of %d counts as failed: %s".formatted(batch.size(), reason));
        yield List.of();
      }
    };
  }

  /** Whether all messages of the batch were handled; others come again. */
  private boolean isHandled(List<Message> batch, String payload) {
    return !spec.reportBatchItemFailures()
        || (BatchAnswer.read(payload, ids(batch)) instanceof BatchAnswer.Failures(var failed)
            && failed.isEmpty());
  }

  private static Set<String> ids(List<Message> batch) {
    return batch.stream().map(Message::messageId).collect(Collectors.toSet());
  }

  private void delete(List<Message> messages) throws InterruptedException {
    for (int from = 0; from < messages.size(); from += MOST_PER_DELETE) {
      deleteChunk(messages.subList(from, Math.min(messages.size(), from + MOST_PER_DELETE)));
    }
  }

  private void deleteChunk(List<Message> messages) throws InterruptedException {
    var entries = new ArrayList<DeleteMessageBatchRequestEntry>();
    for (Message message : messages) {
      entries.add(
          DeleteMessageBatchRequestEntry.builder()
              .id(Integer.toString(entries.size()))
              .receiptHandle(message.receiptHandle())
              .build());
    }
    for (int attempt = 1; ; attempt++) {
      try {
        sqs.deleteMessageBatch(request -> request.queueUrl(spec.queueUrl()).entries(entries))
            .failed()
            .forEach(this::notDeleted);
        return;
      } catch (SdkException e) {
        if (attempt == DELETE_TRIES) {
          log.accept(
              "%d handled messages could not be deleted and will come again: %s"
                  .formatted(messages.size(), e.getMessage()));
          return;
        }
        Thread.sleep(DELETE_PAUSE.multipliedBy(attempt));
      }
    }
  }

  private void notDeleted(BatchResultErrorEntry entry) {
    log.accept("A handled message could not be deleted and will come again: " + entry.message());
  }
}
