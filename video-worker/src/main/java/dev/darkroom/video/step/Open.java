package dev.darkroom.video.step;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.video.read.RangedOriginal;

/** Makes the original readable by ranges; reads nothing yet. */
public final class Open {
  /** Files up to this size, in bytes, are read in one request. */
  private static final int SMALL = 1 << 20;

  private final ObjectStore store;
  private final RangedOriginal.Limits limits;

  public Open(ObjectStore store, RangedOriginal.Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  public Progress<RangedOriginal> open(Job job) {
    if (job.size() == 0) {
      return Progress.rejected(Rejection.of(ErrorCode.EMPTY_FILE), null);
    }
    return new Progress.At<>(new RangedOriginal(store, job, limits(job)));
  }

  /** Reading a small file piece by piece would transfer more bytes than the file has. */
  private RangedOriginal.Limits limits(Job job) {
    return job.size() > SMALL
        ? limits
        : new RangedOriginal.Limits((int) job.size(), limits.maxRequests());
  }
}
