package dev.darkroom.image;

import dev.darkroom.batch.Deadline;
import dev.darkroom.contract.Outcome;
import dev.darkroom.image.step.Decode;
import dev.darkroom.image.step.Encode;
import dev.darkroom.image.step.Fetch;
import dev.darkroom.image.step.Guard;
import dev.darkroom.image.step.Identify;
import dev.darkroom.image.step.Orient;
import dev.darkroom.image.step.Original;
import dev.darkroom.image.step.Resize;
import dev.darkroom.image.step.Store;
import dev.darkroom.job.Job;
import dev.darkroom.job.Processor;
import dev.darkroom.job.Progress.At;
import dev.darkroom.job.Progress.Ended;
import dev.darkroom.store.ObjectStore;

/** The steps from an original to its renditions. */
final class ImagePipeline implements Processor {
  private final Fetch fetch;
  private final Guard guard;
  private final Decode decode;
  private final Resize resize;
  private final Encode encode;
  private final Store storeRenditions;

  ImagePipeline(ObjectStore store, ImageSettings settings) {
    this.fetch = new Fetch(store, settings.limits());
    this.guard = new Guard(settings.limits());
    this.decode = new Decode(settings.limits());
    this.resize = new Resize(settings.renditions());
    this.encode = new Encode(settings.jpegQuality());
    this.storeRenditions = new Store(store);
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
        .then(deadline, Identify::byHead)
        .then(deadline, guard::check)
        .then(deadline, Identify::byWhole)
        .then(deadline, guard::check)
        .then(deadline, decode::apply)
        .then(deadline, Orient::apply)
        .then(deadline, resize::apply)
        .then(deadline, encode::apply)
        .end(deadline, storeRenditions::apply);
  }
}
