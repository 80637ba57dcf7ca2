package dev.darkroom.stage.job;

import dev.darkroom.contract.Outcome;

/** A worker's own part: from an original to stored renditions, or the reason why not. */
@FunctionalInterface
public interface Processor {
  /**
   * Reads the original at the job's ETag only, writes renditions to {@link Job#outputKey} only, and
   * never the manifest. Doing it twice gives the same bytes under the same keys.
   *
   * @throws Exception if trying again may help
   */
  Outcome process(Job job) throws Exception;
}
