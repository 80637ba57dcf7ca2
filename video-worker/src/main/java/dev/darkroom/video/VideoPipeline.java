package dev.darkroom.video;

import dev.darkroom.batch.Deadline;
import dev.darkroom.contract.Outcome;
import dev.darkroom.job.Job;
import dev.darkroom.job.Processor;
import dev.darkroom.video.read.OriginalGone;
import dev.darkroom.video.step.Identify;
import dev.darkroom.video.step.Open;
import dev.darkroom.video.step.Probe;
import dev.darkroom.video.step.Produce;
import dev.darkroom.video.step.Store;

/** From a video to its outputs. */
record VideoPipeline(Open open, Probe probe, Produce produce, Store store) implements Processor {
  @Override
  public Outcome process(Job job) throws Exception {
    Deadline deadline = job.deadline();
    try {
      return open.open(job)
          .then(deadline, Identify::identify)
          .then(deadline, probe::probe)
          .then(deadline, produce::produce)
          .end(deadline, store::store);
    } catch (OriginalGone e) {
      return new Outcome.Vanished();
    }
  }
}
