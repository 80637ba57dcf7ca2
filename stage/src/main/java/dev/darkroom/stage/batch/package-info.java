/**
 * Splits a queue's batch into events, and answers for each message.
 *
 * <p>In come batches from SQS: messages with S3 event notifications, delivered at least once and in
 * any order. Each record goes to a {@link dev.darkroom.stage.batch.RecordHandler} as a {@link
 * dev.darkroom.stage.batch.JobEvent}; out goes the list of messages to deliver again. What is done
 * with a record is the stages' own.
 */
@NullMarked
package dev.darkroom.stage.batch;

import org.jspecify.annotations.NullMarked;
