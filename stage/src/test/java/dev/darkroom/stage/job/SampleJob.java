package dev.darkroom.stage.job;

import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.OutputName;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.batch.JobEvent;
import dev.darkroom.stage.store.Version;
import java.time.Instant;
import java.util.Optional;

/** Makes jobs of originals that have no result yet. */
public final class SampleJob {
  private SampleJob() {}

  public static Job of(OriginalKey original, String etag, long size, Deadline deadline) {
    var version = Version.of(JobEvent.written("media", original.key(), etag, "0A", Instant.EPOCH));
    var outputs = new OutputKeys(original, version, Optional.empty());
    return new Job(original, etag, size, deadline, outputs);
  }

  /** Returns an output's name and extension without fingerprints, like {@code large.jpg}. */
  public static String plainName(String key) {
    OutputName name = OutputName.parse(OutputKeys.fileName(key)).orElseThrow();
    return name.name() + "." + name.extension();
  }
}
