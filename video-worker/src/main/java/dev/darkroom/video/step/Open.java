package dev.darkroom.video.step;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Progress;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.video.read.RangedOriginal;

/** Makes the original readable by ranges; reads nothing yet. */
public final class Open {
  private static final int SMALL = 1 << 20;

  private final ObjectStore store;
  private final RangedOriginal.Limits limits;

  public Open(ObjectStore store, RangedOriginal.Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  public Progress<Opened> open(Job job) {
    if (job.size() == 0) {
      return Progress.rejected(Rejection.of(ErrorCode.EMPTY_FILE), null);
    }
    return new Progress.At<>(new Opened(job, new RangedOriginal(store, job, limits(job))));
  }

  /** A small file is read at once: any other way reads more than all of it. */
  private RangedOriginal.Limits limits(Job job) {
    return job.size() > SMALL
        ? limits
        : new RangedOriginal.Limits((int) job.size(), limits.maxRequests());
  }
}
