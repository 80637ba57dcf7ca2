package dev.darkroom.image.step;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;

/** Opens the original at the job's version, unless its size rules it out. */
public final class Fetch {
  private final ObjectStore store;
  private final Limits limits;

  public Fetch(ObjectStore store, Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  /** Returns the open original, which the caller closes. */
  public Progress<Original> open(Job job) {
    if (job.size() == 0) {
      return Progress.rejected(Rejection.of(ErrorCode.EMPTY_FILE), null);
    }
    if (job.size() > limits.maxBytes()) {
      return Progress.rejected(
          Rejection.of(
              ErrorCode.TOO_LARGE,
              "It has %,d bytes; pictures may have %,d.".formatted(job.size(), limits.maxBytes())),
          null);
    }
    return switch (store.open(job.original().key(), job.etag())) {
      case Read.Opened opened -> new Progress.At<>(new Original(job, opened));
      case Read.Gone() -> new Progress.Ended<>(new Outcome.Vanished());
    };
  }
}
