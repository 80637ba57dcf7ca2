package dev.darkroom.stage.batch;

/** Handles one record of a message. If it throws, the message is delivered again. */
@FunctionalInterface
public interface RecordHandler {
  Ending handle(JobEvent event, Delivery delivery, Deadline deadline) throws Exception;
}
