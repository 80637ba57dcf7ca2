package dev.darkroom.stage.job;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.stream.WorkFolder;

/**
 * An original to process.
 *
 * @param etag of the version to process; no other may be read
 * @param size in bytes
 * @param outputs the only keys that may be written
 */
public record Job(
    OriginalKey original, String etag, long size, Deadline deadline, OutputKeys outputs) {

  /** Returns the folder for what this job leaves to other functions. */
  public WorkFolder work(ObjectStore store) {
    return new WorkFolder(store, original.owner(), original.id(), outputs.generation());
  }
}
