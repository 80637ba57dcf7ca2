package dev.darkroom.local.sqs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.elasticmq.actor.queue.InternalMessage;
import org.elasticmq.persistence.CreateQueueMetadata;
import org.elasticmq.persistence.sql.DBMessage;
import org.elasticmq.persistence.sql.DBQueue;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * Stores queues and messages in an H2 file. For one thread.
 *
 * <p>A message is one row. Moving it to another queue updates the row, so that a process killed
 * meanwhile leaves the message in one of the two queues.
 */
final class QueueStore implements AutoCloseable {
  private static final String SCHEMA =
      """
      CREATE TABLE IF NOT EXISTS queue (name VARCHAR PRIMARY KEY, data VARBINARY NOT NULL);
      CREATE TABLE IF NOT EXISTS message (
        id VARCHAR PRIMARY KEY,
        queue VARCHAR NOT NULL,
        receipts BLOB NOT NULL,
        next_delivery BIGINT NOT NULL,
        content BLOB NOT NULL,
        attributes BLOB NOT NULL,
        created BIGINT NOT NULL,
        received BIGINT,
        receive_count INT NOT NULL,
        group_id VARCHAR,
        deduplication_id VARCHAR,
        tracing_id VARCHAR,
        sequence_number VARCHAR,
        dead_letter_source VARCHAR);
      CREATE INDEX IF NOT EXISTS message_queue ON message (queue);
      """;

  private final Connection connection;
  private final PreparedStatement putQueue;
  private final PreparedStatement putMessage;
  private final PreparedStatement updateMessage;
  private final PreparedStatement removeMessage;

  private QueueStore(Connection connection) throws SQLException {
    this.connection = connection;
    try (var statement = connection.createStatement()) {
      statement.execute(SCHEMA);
    }
    putQueue = connection.prepareStatement("MERGE INTO queue KEY (name) VALUES (?, ?)");
    putMessage =
        connection.prepareStatement(
            "MERGE INTO message KEY (id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    updateMessage =
        connection.prepareStatement(
            "UPDATE message SET receipts = ?, next_delivery = ?, received = ?, receive_count = ?"
                + " WHERE id = ? AND queue = ?");
    removeMessage = connection.prepareStatement("DELETE FROM message WHERE id = ? AND queue = ?");
  }

  /**
   * Opens the file, creating it if it is missing. {@code WRITE_DELAY=0} hands each commit to the
   * operating system before it returns. H2 otherwise holds it back for half a second, and a killed
   * process loses acknowledged messages.
   */
  static QueueStore open(Path folder) throws IOException, SQLException {
    return new QueueStore(connect(folder));
  }

  static Connection connect(Path folder) throws IOException, SQLException {
    Files.createDirectories(folder);
    var file = folder.toAbsolutePath().resolve("queues");
    return DriverManager.getConnection(
        "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
  }

  List<CreateQueueMetadata> queues() throws SQLException {
    var queues = new ArrayList<CreateQueueMetadata>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT name, data FROM queue")) {
      while (rows.next()) {
        queues.add(DBQueue.apply(rows.getString(1), rows.getBytes(2)).toCreateQueue());
      }
    }
    return queues;
  }

  List<InternalMessage> messages(String queue) throws SQLException {
    var messages = new ArrayList<InternalMessage>();
    try (var statement =
        connection.prepareStatement("SELECT * FROM message WHERE queue = ? ORDER BY created")) {
      statement.setString(1, queue);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          messages.add(message(rows).toInternalMessage());
        }
      }
    }
    return messages;
  }

  /** Makes every received message visible again. Delayed messages keep their delay. */
  void returnInFlight(Instant now) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "UPDATE message SET next_delivery = ? WHERE receive_count > 0 AND next_delivery > ?")) {
      statement.setLong(1, now.toEpochMilli());
      statement.setLong(2, now.toEpochMilli());
      statement.executeUpdate();
    }
  }

  void put(CreateQueueMetadata queue) throws SQLException {
    var row = DBQueue.from(queue);
    putQueue.setString(1, row.name());
    putQueue.setBytes(2, row.data());
    putQueue.executeUpdate();
  }

  void put(String queue, InternalMessage message) throws SQLException {
    var row = DBMessage.from(message);
    putMessage.setString(1, row.messageId());
    putMessage.setString(2, queue);
    putMessage.setBytes(3, row.deliveryReceipts());
    putMessage.setLong(4, row.nextDelivery());
    putMessage.setBytes(5, row.content());
    putMessage.setBytes(6, row.attributes());
    putMessage.setLong(7, row.created());
    putMessage.setObject(8, orNull(row.received()));
    putMessage.setInt(9, row.receiveCount());
    putMessage.setObject(10, orNull(row.groupId()));
    putMessage.setObject(11, orNull(row.deduplicationId()));
    putMessage.setObject(12, orNull(row.tracingId()));
    putMessage.setObject(13, orNull(row.sequenceNumber()));
    putMessage.setObject(14, orNull(row.deadLetterSourceQueueName()));
    putMessage.executeUpdate();
  }

  /** Updates what receiving and hiding a message change. Does not bring back a removed message. */
  void update(String queue, InternalMessage message) throws SQLException {
    var row = DBMessage.from(message);
    updateMessage.setBytes(1, row.deliveryReceipts());
    updateMessage.setLong(2, row.nextDelivery());
    updateMessage.setObject(3, orNull(row.received()));
    updateMessage.setInt(4, row.receiveCount());
    updateMessage.setString(5, row.messageId());
    updateMessage.setString(6, queue);
    updateMessage.executeUpdate();
  }

  void remove(Collection<Removal> removals) throws SQLException {
    connection.setAutoCommit(false);
    try {
      for (var removal : removals) {
        removeMessage.setString(1, removal.id());
        removeMessage.setString(2, removal.queue());
        removeMessage.executeUpdate();
      }
      connection.commit();
    } finally {
      connection.setAutoCommit(true);
    }
  }

  void removeQueue(String queue) throws SQLException {
    for (var sql :
        List.of("DELETE FROM message WHERE queue = ?", "DELETE FROM queue WHERE name = ?")) {
      try (var statement = connection.prepareStatement(sql)) {
        statement.setString(1, queue);
        statement.executeUpdate();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private static DBMessage message(ResultSet row) throws SQLException {
    return DBMessage.apply(
        row.getString("id"),
        row.getBytes("receipts"),
        row.getLong("next_delivery"),
        row.getBytes("content"),
        row.getBytes("attributes"),
        row.getLong("created"),
        Option.apply(row.getObject("received")),
        row.getInt("receive_count"),
        Option.apply(row.getString("group_id")),
        Option.apply(row.getString("deduplication_id")),
        Option.apply(row.getString("tracing_id")),
        Option.apply(row.getString("sequence_number")),
        Option.apply(row.getString("dead_letter_source")));
  }

  private static @Nullable Object orNull(Option<?> option) {
    return option.isDefined() ? option.get() : null;
  }
}
