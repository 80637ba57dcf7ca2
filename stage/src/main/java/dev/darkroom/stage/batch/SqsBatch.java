package dev.darkroom.stage.batch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.darkroom.stage.log.LogContext;
import dev.darkroom.stage.metrics.Metric;
import dev.darkroom.stage.metrics.Metrics;
import dev.darkroom.stage.metrics.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Handles every record of every message of a batch, states what became of each, and names exactly
 * the messages that failed (AWS Lambda Developer Guide, "Implementing partial batch responses").
 */
public final class SqsBatch {
  private static final Logger LOG = Logger.getLogger(SqsBatch.class);

  private final Metrics metrics;
  private final Duration answerReserve;
  private final RecordHandler handler;
  private final Retries retries;

  /**
   * @param answerReserve how long before the invocation's end work stops
   */
  public SqsBatch(Metrics metrics, Duration answerReserve, RecordHandler handler, Retries retries) {
    this.metrics = metrics;
    this.answerReserve = answerReserve;
    this.handler = handler;
    this.retries = retries;
  }

  /** Handles a batch; neither a bad message nor a handler that throws, even an error, ends it. */
  public SQSBatchResponse process(SQSEvent batch, Context context) {
    Invocation invocation = Invocation.of(context, answerReserve);
    var failed = new ArrayList<SQSMessage>();
    List<SQSMessage> messages = batch.getRecords() == null ? List.of() : batch.getRecords();
    for (SQSMessage message : messages) {
      if (!handled(message, invocation)) {
        failed.add(message);
      }
    }
    if (!failed.isEmpty()) {
      metrics.state(
          Observation.ofStage()
              .with(Metric.FAILED_BATCHES, 1)
              .with(LogContext.REQUEST_ID, invocation.requestId()));
    }
    // Only now: a message must not come back while the batch is still being handled.
    failed.forEach(this::postpone);
    return new SQSBatchResponse(
        failed.stream().map(message -> new BatchItemFailure(message.getMessageId())).toList());
  }

  /** A message that cannot be postponed stays hidden as long as its queue says. */
  private void postpone(SQSMessage message) {
    Duration delay = Retries.delay(delivery(message).attempt());
    try {
      retries.postpone(message.getEventSourceArn(), message.getReceiptHandle(), delay);
    } catch (RuntimeException e) {
      LOG.warnf(e, "message %s could not be postponed", message.getMessageId());
    }
  }

  private boolean handled(SQSMessage message, Invocation invocation) {
    Delivery delivery = delivery(message);
    List<JobEvent> events;
    try {
      // With no time left the handler would be killed half-way; a returned message is tried anew.
      invocation.deadline().check();
      events = S3EventParser.parse(message.getBody());
    } catch (Throwable t) {
      refuse(t, invocation, delivery);
      return false;
    }
    // Every record is tried, although one that fails brings the whole message back.
    boolean handled = true;
    for (JobEvent event : events) {
      handled &= handled(event, invocation, delivery);
    }
    return handled;
  }

  private void refuse(Throwable why, Invocation invocation, Delivery delivery) {
    ObservedRecord record = ObservedRecord.begin(invocation, delivery);
    try (var _ = record.logContext(metrics.stage())) {
      LOG.warnf(why, "message %s failed, attempt %d", delivery.messageId(), delivery.attempt());
      state(record.failed());
    }
  }

  private boolean handled(JobEvent event, Invocation invocation, Delivery delivery) {
    ObservedRecord record = ObservedRecord.begin(invocation, delivery, event);
    try (var _ = record.logContext(metrics.stage())) {
      Optional<Ending> ending = attempt(event, invocation, delivery);
      state(ending.map(record::ended).orElseGet(record::failed));
      return ending.isPresent();
    }
  }

  private Optional<Ending> attempt(JobEvent event, Invocation invocation, Delivery delivery) {
    try {
      return Optional.of(handler.handle(event, delivery, invocation.deadline()));
    } catch (Throwable t) {
      LOG.warnf(t, "attempt %d at %s failed", delivery.attempt(), event);
      return Optional.empty();
    }
  }

  private void state(Observation observation) {
    metrics.state(observation.with(Metric.COLD_STARTS, metrics.coldStart() ? 1 : 0));
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
