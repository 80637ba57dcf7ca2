package dev.darkroom.video.step;

import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rendition;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PutOptions;
import dev.darkroom.video.picture.OutputFile;
import dev.darkroom.video.read.RangedOriginal;
import java.util.ArrayList;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Stores the outputs that are still in memory, equal ones once. The manifest is written after this
 * step, or after the stream is coded.
 */
public final class StoreOutputs {
  private static final Logger LOG = Logger.getLogger(StoreOutputs.class);

  private final ObjectStore store;

  public StoreOutputs(ObjectStore store) {
    this.store = store;
  }

  public Outcome store(VideoOutputs made) {
    RangedOriginal original = made.video().original();
    LOG.infof(
        "%s: %d requests, %d of %d bytes",
        original.job().original(), original.requests(), original.bytesRead(), original.size());
    var stored = new ArrayList<OutputFile>();
    var renditions = new ArrayList<Rendition>();
    var missing = new ArrayList<Missing>();
    for (Output output : made.outputs()) {
      switch (output) {
        case Output.Ready(var file) -> {
          Optional<OutputFile> same = stored.stream().filter(file::sameContent).findFirst();
          String key = same.orElse(file).key(original.job().outputs());
          if (same.isEmpty()) {
            store.put(key, PutOptions.rendition(file.contentType()), file.bytes());
            stored.add(file);
          }
          renditions.add(file.rendition(key));
        }
        case Output.Stored(var rendition) -> renditions.add(rendition);
        case Output.Unavailable(var reason) -> missing.add(reason);
      }
    }
    var completed =
        new Outcome.Completed(made.video().media(), made.placeholder(), renditions, missing);
    return made.plan() == null ? completed : new Outcome.Streams(completed, made.plan());
  }
}
