package dev.darkroom.stage.batch;

/**
 * What a stage does with one record. Whatever it throws means that the message is to come again.
 */
@FunctionalInterface
public interface RecordHandler {
  void handle(JobEvent event, Delivery delivery, Deadline deadline) throws Exception;
}
