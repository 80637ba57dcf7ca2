package dev.darkroom.local.sqs;

import java.time.Instant;

/** A message that left a queue at an instant. */
record Removal(String id, String queue, Instant at) {}
