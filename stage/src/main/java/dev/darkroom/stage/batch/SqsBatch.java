package dev.darkroom.stage.batch;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Handles every record of every message of a batch, and names exactly the messages that failed (AWS
 * Lambda Developer Guide, "Implementing partial batch responses").
 */
public final class SqsBatch {
  private static final Logger LOG = Logger.getLogger(SqsBatch.class);

  private SqsBatch() {}

  /** Handles a batch; neither a bad message nor a handler that throws, even an error, ends it. */
  public static SQSBatchResponse process(
      SQSEvent batch, Deadline deadline, RecordHandler handler, Retries retries) {
    var failed = new ArrayList<SQSMessage>();
    List<SQSMessage> messages = batch.getRecords() == null ? List.of() : batch.getRecords();
    for (SQSMessage message : messages) {
      if (!handled(message, deadline, handler)) {
        failed.add(message);
      }
    }
    // Only now: a message must not come back while the batch is still being handled.
    failed.forEach(message -> postpone(message, retries));
    return new SQSBatchResponse(
        failed.stream().map(message -> new BatchItemFailure(message.getMessageId())).toList());
  }

  /** A message that cannot be postponed stays hidden as long as its queue says. */
  private static void postpone(SQSMessage message, Retries retries) {
    Duration delay = Retries.delay(delivery(message).attempt());
    try {
      retries.postpone(message.getEventSourceArn(), message.getReceiptHandle(), delay);
    } catch (RuntimeException e) {
      LOG.warnf(e, "message %s could not be postponed", message.getMessageId());
    }
  }

  private static boolean handled(SQSMessage message, Deadline deadline, RecordHandler handler) {
    Delivery delivery = delivery(message);
    try {
      // With no time left the handler would be killed half-way; a returned message is tried anew.
      deadline.check();
      // Every record is tried, although one that fails brings the whole message back.
      boolean handled = true;
      for (JobEvent event : S3EventParser.parse(message.getBody())) {
        try {
          handler.handle(event, delivery, deadline);
        } catch (Throwable t) {
          handled = false;
          LOG.warnf(t, "attempt %d at %s failed", delivery.attempt(), event.key());
        }
      }
      return handled;
    } catch (Throwable t) {
      LOG.warnf(t, "message %s failed, attempt %d", delivery.messageId(), delivery.attempt());
      return false;
    }
  }

  private static Delivery delivery(SQSMessage message) {
    Map<String, String> attributes =
        message.getAttributes() == null ? Map.of() : message.getAttributes();
    return new Delivery(
        message.getMessageId(),
        (int) number(attributes, "ApproximateReceiveCount", 1),
        Instant.ofEpochMilli(number(attributes, "SentTimestamp", System.currentTimeMillis())));
  }

  private static long number(Map<String, String> attributes, String name, long absent) {
    String value = attributes.get(name);
    return value != null && value.matches("\\d{1,18}") ? Long.parseLong(value) : absent;
  }
}
