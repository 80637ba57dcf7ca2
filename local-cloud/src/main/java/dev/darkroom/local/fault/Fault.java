package dev.darkroom.local.fault;

import java.time.Duration;

/** What a test wants to go wrong. Nothing does by default. */
public sealed interface Fault {

  /** Keys the fault applies to begin with this; empty for every key. */
  String prefix();

  /** Reads of matching objects begin after {@code delay}. */
  record Slow(String prefix, Duration delay) implements Fault {}

  /** Each event of a matching object is sent twice, as S3's at-least-once delivery allows. */
  record Duplicated(String prefix) implements Fault {}

  /**
   * The event of a matching object is held back until {@code delay} has passed, so that later ones
   * overtake it.
   */
  record Delayed(String prefix, Duration delay) implements Fault {}

  /** The first {@code times} writes of matching objects succeed, but the client is answered 500. */
  record LostAnswer(String prefix, int times) implements Fault {}
}
