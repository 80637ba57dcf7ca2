package dev.darkroom.local.sqs;

import java.time.Instant;

/** A message that left a queue, and when. */
record Removal(String id, String queue, Instant at) {}
