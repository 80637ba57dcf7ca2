package dev.darkroom.stage.job;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.ProcessedKey;
import dev.darkroom.stage.batch.Deadline;

/**
 * An original to process.
 *
 * @param etag of the version to process; no other may be read
 * @param size in bytes
 */
public record Job(OriginalKey original, String etag, long size, Deadline deadline) {
  /** The key of an output with this name, like {@code large.jpg}. */
  public String outputKey(String name) {
    return new ProcessedKey(original.owner(), original.id(), name).key();
  }
}
