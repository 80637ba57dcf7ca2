package dev.darkroom.stream.assemble;

import dev.darkroom.contract.Manifest;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.stream.WorkFolder;

/** Assembles streams from their parts. */
@FunctionalInterface
public interface Assembler {
  /**
   * Assembles a stream. The same parts give the same bytes under the same keys.
   *
   * @param outputs the only keys that may be written
   * @param draft names the captions, which the stream offers as well
   * @throws dev.darkroom.stream.read.SourceGone if the source is no longer what it was
   * @throws Exception if trying again may help
   */
  Assembled assemble(
      StreamPlan plan, WorkFolder work, OutputKeys outputs, Manifest draft, Deadline deadline)
      throws Exception;
}
