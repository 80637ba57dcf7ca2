package dev.darkroom.local.sns;

/** Outcome of an attempt to deliver. An attempt worth repeating throws an exception instead. */
sealed interface Receipt {

  record Delivered() implements Receipt {}

  /** The endpoint will never accept the delivery. */
  record Rejected(String reason) implements Receipt {}
}
