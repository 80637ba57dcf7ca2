package dev.darkroom.image;

import dev.darkroom.contract.Outcome;
import dev.darkroom.image.decode.Decoders;
import dev.darkroom.image.encode.Encoders;
import dev.darkroom.image.step.Animate;
import dev.darkroom.image.step.Decode;
import dev.darkroom.image.step.Fetch;
import dev.darkroom.image.step.Guard;
import dev.darkroom.image.step.Identify;
import dev.darkroom.image.step.MakeRoom;
import dev.darkroom.image.step.Original;
import dev.darkroom.image.step.Render;
import dev.darkroom.image.step.Shrink;
import dev.darkroom.image.step.ToSrgbColors;
import dev.darkroom.image.step.Upright;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.config.WorkerSettings;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Processor;
import dev.darkroom.stage.job.Progress.At;
import dev.darkroom.stage.job.Progress.Ended;
import dev.darkroom.stage.store.ObjectStore;
import java.util.Map;

/** Runs the steps from an original to its renditions. */
public final class ImagePipeline implements Processor {
  private final Fetch fetch;
  private final Identify identify;
  private final Guard guard;
  private final MakeRoom room;
  private final Decode decode;
  private final Animate animate;
  private final Render render;

  ImagePipeline(ObjectStore store, ImageSettings settings) {
    var encoders = new Encoders(settings.turbo(), settings.progressiveJpeg());
    this.fetch = new Fetch(store, settings.limits());
    this.identify = new Identify(new Decoders(settings.turbo(), settings.engine()));
    this.guard = new Guard(settings.limits(), settings.renditions());
    this.room = new MakeRoom(settings.limits().function());
    this.decode = new Decode(settings.limits().decodeTime());
    this.animate = new Animate(settings.animation(), encoders);
    this.render = new Render(store, encoders, settings.renditions());
  }

  /**
   * Creates a pipeline that runs without the function, as benchmarks do.
   *
   * @param settings the settings that differ from the defaults, by property name
   */
  public static ImagePipeline of(ObjectStore store, Map<String, String> settings) {
    return new ImagePipeline(store, ImageSettings.of(WorkerSettings.detached(settings)));
  }

  @Override
  public Outcome process(Job job) throws Exception {
    return switch (fetch.open(job)) {
      case Ended<Original>(Outcome outcome) -> outcome;
      case At<Original>(Original original) -> {
        try (original) {
          yield process(original, job.deadline());
        }
      }
    };
  }

  private Outcome process(Original original, Deadline deadline) throws Exception {
    return new At<>(original)
        .then(deadline, identify::byHead)
        .then(deadline, guard::checkFrame)
        .then(deadline, identify::byWhole)
        .then(deadline, guard::checkEffort)
        .then(deadline, room::apply)
        .then(deadline, decode::apply)
        .then(deadline, Shrink::apply)
        .then(deadline, Upright::apply)
        .then(deadline, ToSrgbColors::apply)
        .then(deadline, animate::apply)
        .end(deadline, render::apply);
  }
}
