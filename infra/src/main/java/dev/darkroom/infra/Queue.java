package dev.darkroom.infra;

import java.time.Duration;
import java.util.Optional;

/**
 * A standard queue.
 *
 * @param visibility how long a received message is hidden from other consumers
 * @param retention how long a message is kept
 * @param redrive moves messages that were received too often
 */
public record Queue(
    String logicalName, Duration visibility, Duration retention, Optional<Redrive> redrive) {

  /**
   * Moves messages that were received too often to another queue.
   *
   * @param deadLetters logical name of the other queue
   * @param maxReceiveCount number of receives before a message moves
   */
  public record Redrive(String deadLetters, int maxReceiveCount) {}
}
