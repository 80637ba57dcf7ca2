package dev.darkroom.stream;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.stage.batch.Delivery;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.job.OutputKeys;
import dev.darkroom.stage.job.Results.Standing;
import dev.darkroom.stage.store.Version;
import dev.darkroom.stage.stream.WorkFolder;

/**
 * A stream to be finished.
 *
 * @param event of the original
 * @param standing what the upload has already
 */
record Unfinished(
    JobEvent event,
    Delivery delivery,
    OriginalKey original,
    StreamPlan plan,
    WorkFolder work,
    Standing standing) {
  Version version() {
    return Version.of(event);
  }

  OutputKeys outputs() {
    return new OutputKeys(original, version(), standing.result());
  }
}
