package dev.darkroom.local.sqs;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.AbstractActorWithTimers;
import org.elasticmq.actor.queue.OperationSuccessful$;
import org.elasticmq.actor.queue.QueueEvent;
import org.elasticmq.persistence.CreateQueueMetadata;

/**
 * Writes every change of queues and messages to the {@link QueueStore} before ElasticMQ answers the
 * request that caused it. If the write fails, the request gets no answer.
 *
 * <p>Replaces ElasticMQ's own journal, which supports one database per JVM, stops writing (but
 * keeps acknowledging) after the first failed statement, and can lose a message if the process is
 * killed while it moves between two queues.
 */
final class QueueJournal extends AbstractActorWithTimers {
  private static final Logger LOG = System.getLogger(QueueJournal.class.getName());

  /**
   * How long a removal waits. ElasticMQ reports the two halves of a move in any order, and a
   * removal must not overtake its addition. If the process is killed meanwhile, a deleted message
   * is delivered once more, as SQS allows.
   */
  private static final Duration SETTLE = Duration.ofMillis(500);

  private final QueueStore store;
  private final Map<String, Removal> removals = new HashMap<>();

  QueueJournal(QueueStore store) {
    this.store = store;
  }

  @Override
  public void preStart() {
    getTimers().startTimerWithFixedDelay(Timer.class, Timer.FLUSH, SETTLE);
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder()
        .match(
            QueueEvent.QueueCreated.class,
            event -> write(() -> store.put(CreateQueueMetadata.from(event.queue()))))
        .match(
            QueueEvent.QueueMetadataUpdated.class,
            event -> write(() -> store.put(CreateQueueMetadata.from(event.queue()))))
        .match(
            QueueEvent.QueueDeleted.class,
            event -> write(() -> store.removeQueue(event.queueName())))
        .match(QueueEvent.MessageAdded.class, event -> answer(() -> added(event)))
        .match(
            QueueEvent.MessageUpdated.class,
            event -> answer(() -> store.update(event.queueName(), event.message())))
        .match(QueueEvent.MessageRemoved.class, event -> answer(() -> removed(event)))
        .matchEquals(Timer.FLUSH, tick -> write(() -> flush(Instant.now().minus(SETTLE))))
        .build();
  }

  /** Writes the waiting removals after ElasticMQ has stopped. */
  @Override
  public void postStop() throws SQLException {
    write(() -> flush(Instant.MAX));
    store.close();
  }

  private void added(QueueEvent.MessageAdded event) throws SQLException {
    store.put(event.queueName(), event.message());
    var id = event.message().id();
    var removal = removals.get(id);
    if (removal != null && !removal.queue().equals(event.queueName())) {
      removals.remove(id);
    }
  }

  private void removed(QueueEvent.MessageRemoved event) {
    var id = event.messageId();
    removals.put(id, new Removal(id, event.queueName(), Instant.now()));
  }

  private void flush(Instant until) throws SQLException {
    var due = removals.values().stream().filter(removal -> removal.at().isBefore(until)).toList();
    store.remove(due);
    removals.values().removeAll(due);
  }

  private void answer(Write write) {
    if (write(write)) {
      getSender().tell(OperationSuccessful$.MODULE$, getSelf());
    }
  }

  @CanIgnoreReturnValue
  private static boolean write(Write write) {
    try {
      write.run();
      return true;
    } catch (SQLException | RuntimeException e) {
      LOG.log(Level.ERROR, "A change of a queue could not be written", e);
      return false;
    }
  }

  @FunctionalInterface
  private interface Write {
    void run() throws SQLException;
  }

  private enum Timer {
    FLUSH
  }
}
