package dev.darkroom.infra;

import java.time.Duration;
import java.util.Optional;

/**
 * A standard queue.
 *
 * @param visibility how long a received message is hidden from other consumers
 * @param retention how long a message is kept
 * @param redrive where messages go that were received too often
 */
public record Queue(
    String logicalName, Duration visibility, Duration retention, Optional<Redrive> redrive) {

  /**
   * @param deadLetters logical name of the queue
   * @param maxReceiveCount tries before a message moves there
   */
  public record Redrive(String deadLetters, int maxReceiveCount) {}
}
