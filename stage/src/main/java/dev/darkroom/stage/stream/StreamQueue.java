package dev.darkroom.stage.stream;

import dev.darkroom.contract.stream.StreamTask;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.batch.JobMessage;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** Sends the tasks of streams to their queue. */
@FunctionalInterface
public interface StreamQueue {
  /**
   * Sends tasks.
   *
   * @param event of the original that they are about
   * @throws RuntimeException if some were not sent; others may have been
   */
  void send(JobEvent event, List<StreamTask> tasks);

  /** Refuses tasks, for workers whose media have no streams. */
  static StreamQueue none() {
    return (event, tasks) -> {
      throw new IllegalStateException(event + " has no stream");
    };
  }

  /** Sends to a queue in SQS, which takes ten messages at once ("Amazon SQS quotas"). */
  static StreamQueue sqs(SqsClient sqs, String url) {
    return (event, tasks) -> {
      for (int from = 0; from < tasks.size(); from += Batches.SIZE) {
        List<StreamTask> batch = tasks.subList(from, Math.min(from + Batches.SIZE, tasks.size()));
        List<SendMessageBatchRequestEntry> entries = Batches.entries(event, batch);
        SendMessageBatchResponse sent = sqs.sendMessageBatch(r -> r.queueUrl(url).entries(entries));
        if (!sent.failed().isEmpty()) {
          throw new IllegalStateException("tasks were not sent: " + sent.failed());
        }
      }
    };
  }

  /** Puts tasks into batches. */
  final class Batches {
    private static final int SIZE = 10;

    private Batches() {}

    private static List<SendMessageBatchRequestEntry> entries(
        JobEvent event, List<StreamTask> tasks) {
      var entries = new ArrayList<SendMessageBatchRequestEntry>();
      for (StreamTask task : tasks) {
        entries.add(
            SendMessageBatchRequestEntry.builder()
                .id(String.valueOf(entries.size()))
                .messageBody(JobMessage.of(event.with(task)))
                .build());
      }
      return entries;
    }
  }
}
