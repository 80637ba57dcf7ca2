package dev.darkroom.video;

import dev.darkroom.contract.Outcome;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Processor;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.video.read.OriginalGone;
import dev.darkroom.video.step.Identify;
import dev.darkroom.video.step.Open;
import dev.darkroom.video.step.Probe;
import dev.darkroom.video.step.Produce;
import dev.darkroom.video.step.Store;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** From a video to its outputs. */
public record VideoPipeline(Open open, Probe probe, Produce produce, Store store)
    implements Processor {
  /**
   * With the settings that are the defaults, for whoever runs it without the function around it.
   */
  public static Processor withDefaults(ObjectStore store) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withMapping(VideoConfig.class)
            .withDefaultValue("darkroom.bucket", "nowhere")
            .withDefaultValue("darkroom.image-queue-url", "nowhere")
            .withDefaultValue("darkroom.video-queue-url", "nowhere")
            .build();
    return Wiring.pipeline(store, config.getConfigMapping(VideoConfig.class));
  }

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
