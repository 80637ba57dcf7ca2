package dev.darkroom.local.sqs;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Knows when the oldest message of each queue was sent, as CloudWatch does of SQS's queues (metric
 * {@code ApproximateAgeOfOldestMessage}); SQS itself does not answer it.
 *
 * @param folder of a {@link LocalSqs} that runs in this process
 */
public record OldestMessages(Path folder) {
  /** Returns when the oldest message was sent that is not deleted; empty if there is none. */
  public Optional<Instant> sentAt(String queue) {
    try (var connection = QueueStore.connect(folder);
        var statement =
            connection.prepareStatement("SELECT MIN(created) FROM message WHERE queue = ?")) {
      statement.setString(1, queue);
      try (var rows = statement.executeQuery()) {
        rows.next();
        long millis = rows.getLong(1);
        return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException("the queues' file cannot be read", e);
    }
  }
}
