package dev.darkroom.local.sns;

/** How an attempt to deliver ended. An attempt worth repeating ends in an exception instead. */
sealed interface Receipt {

  record Delivered() implements Receipt {}

  /** The endpoint will never take it. */
  record Rejected(String reason) implements Receipt {}
}
