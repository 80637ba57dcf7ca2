package dev.darkroom.stage.job;

import dev.darkroom.contract.Outcome;

/** Processes an original: the part that each worker does in its own way. */
@FunctionalInterface
public interface Processor {
  /**
   * Makes and stores the renditions. Reads the original at the job's ETag only, writes to keys of
   * {@link Job#outputs} only, and never writes the manifest. A second run writes the same bytes
   * under the same keys.
   *
   * @throws Exception if trying again may help
   */
  Outcome process(Job job) throws Exception;
}
