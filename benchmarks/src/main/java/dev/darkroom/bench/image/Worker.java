package dev.darkroom.bench.image;

import dev.darkroom.bench.contender.Serving;
import dev.darkroom.contract.FileName;
import dev.darkroom.contract.MediaId;
import dev.darkroom.contract.MediaKind;
import dev.darkroom.contract.OriginalKey;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Owner;
import dev.darkroom.contract.Rendition;
import dev.darkroom.image.ImagePipeline;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.job.Processor;
import dev.darkroom.stage.job.SampleJob;
import dev.darkroom.stage.store.InMemoryObjectStore;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import java.time.Duration;
import java.util.HashMap;

/** Runs Darkroom's image worker on an in-memory bucket. */
final class Worker {
  private static final MediaId ID = new MediaId("7zzzzzzzzz0123456789abcdef");
  private static final OriginalKey KEY =
      OriginalKey.of(MediaKind.IMAGE, Owner.LOCAL, ID, new FileName("picture"));
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Worker() {}

  /**
   * @param args settings as {@code NAME=VALUE}
   */
  public static void main(String[] args) throws Exception {
    var settings = new HashMap<String, String>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      settings.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    var store = new InMemoryObjectStore();
    Processor pipeline = ImagePipeline.of(store, settings);
    Serving.serve(picture -> process(pipeline, store, picture));
  }

  private static long process(Processor pipeline, ObjectStore store, byte[] picture)
      throws Exception {
    String etag = store.put(KEY.key(), PutOptions.rendition("image/jpeg"), picture).etag();
    Job job = SampleJob.of(KEY, etag, picture.length, Deadline.after(LIMIT));
    Outcome outcome = pipeline.process(job);
    if (outcome instanceof Outcome.Completed completed) {
      return completed.renditions().stream().mapToLong(Rendition::size).sum();
    }
    throw new IllegalStateException(outcome.toString());
  }
}
