package dev.darkroom.video.step;

import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.video.picture.PictureFile;
import java.util.ArrayList;

/** Writes the outputs where they belong; the manifest that names them is the runner's. */
public final class Store {
  private final ObjectStore store;

  public Store(ObjectStore store) {
    this.store = store;
  }

  public Outcome store(Produced video) {
    var renditions = new ArrayList<Rendition>();
    var missing = new ArrayList<Missing>();
    for (Made made : video.made()) {
      switch (made) {
        case Made.Output(var file) -> renditions.add(put(video.job(), file));
        case Made.Stored(var rendition) -> renditions.add(rendition);
        case Made.Absent absent -> missing.add(absent.missing());
      }
    }
    return new Outcome.Completed(video.media(), video.placeholder(), renditions, missing);
  }

  private Rendition put(Job job, PictureFile output) {
    String key = job.outputKey(output.fileName());
    store.put(key, PutOptions.rendition(output.contentType()), output.bytes());
    return new Rendition(
        output.name(),
        key,
        output.contentType(),
        output.width(),
        output.height(),
        output.bytes().length);
  }
}
