/**
 * From a queue's batch to single events and back to one answer per message.
 *
 * <p>In comes what Lambda hands over from SQS: messages that hold S3 event notifications, at least
 * once and in any order. Each record goes to a {@link dev.darkroom.stage.batch.RecordHandler}; out
 * goes the list of messages to deliver again. What is done with a record is not known here.
 */
@NullMarked
package dev.darkroom.stage.batch;

import org.jspecify.annotations.NullMarked;
