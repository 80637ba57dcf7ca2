package dev.darkroom.video;

import dev.darkroom.contract.Outcome;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.config.WorkerSettings;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Processor;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.video.read.OriginalGone;
import dev.darkroom.video.step.Identified;
import dev.darkroom.video.step.Identify;
import dev.darkroom.video.step.MakeCaptions;
import dev.darkroom.video.step.MakeHls;
import dev.darkroom.video.step.MakePictures;
import dev.darkroom.video.step.MakeWebReady;
import dev.darkroom.video.step.Open;
import dev.darkroom.video.step.PlanStream;
import dev.darkroom.video.step.Probe;
import dev.darkroom.video.step.Rewrap;
import dev.darkroom.video.step.StoreOutputs;
import java.util.Map;

/** The steps from a video to its outputs. */
public record VideoPipeline(
    Open open,
    Rewrap rewrap,
    Probe probe,
    MakePictures pictures,
    MakeWebReady webReady,
    MakeCaptions captions,
    PlanStream stream,
    MakeHls hls,
    StoreOutputs outputs)
    implements Processor {
  /** Makes a pipeline with the default settings, to run outside the function. */
  public static Processor withDefaults(ObjectStore store) {
    return Wiring.pipeline(store, VideoSettings.of(WorkerSettings.detached(Map.of())));
  }

  @Override
  public Outcome process(Job job) throws Exception {
    Deadline deadline = job.deadline();
    try {
      return open.open(job)
          .then(deadline, Identify::identify)
          .end(deadline, file -> rewrap.process(file, readable -> outcome(readable, deadline)));
    } catch (OriginalGone e) {
      return new Outcome.Vanished();
    }
  }

  private Outcome outcome(Identified readable, Deadline deadline) throws Exception {
    return probe
        .probe(readable)
        .then(deadline, pictures::make)
        .then(deadline, webReady::make)
        .then(deadline, captions::make)
        .then(deadline, stream::plan)
        .then(deadline, hls::make)
        .end(deadline, outputs::store);
  }
}
