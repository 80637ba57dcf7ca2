package dev.darkroom.stage.batch;

import java.time.Instant;

/**
 * One delivery of a message.
 *
 * @param attempt 1 for the first
 * @param sentAt when the message was put into its queue
 */
public record Delivery(String messageId, int attempt, Instant sentAt) {}
