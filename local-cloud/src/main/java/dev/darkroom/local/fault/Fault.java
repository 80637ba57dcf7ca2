package dev.darkroom.local.fault;

import java.time.Duration;

/** A fault that a test orders. */
public sealed interface Fault {

  /** Prefix of the keys that the fault applies to; empty for every key. */
  String prefix();

  /** Starts reads of matching objects after {@code delay}. */
  record Slow(String prefix, Duration delay) implements Fault {}

  /** Sends each event of a matching object twice, as S3's at-least-once delivery allows. */
  record Duplicated(String prefix) implements Fault {}

  /** Holds back each event of a matching object for {@code delay}, so that later ones overtake. */
  record Delayed(String prefix, Duration delay) implements Fault {}

  /** Answers 500 to the first {@code times} writes of matching objects, which succeed. */
  record LostAnswer(String prefix, int times) implements Fault {}
}
