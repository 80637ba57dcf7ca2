package dev.darkroom.video.step;

import dev.darkroom.stage.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Has every output made: the pictures, then those that need none. */
public final class Produce {
  private static final Logger LOG = Logger.getLogger(Produce.class);

  private final Pictures pictures;
  private final List<OutputMaker> others;

  public Produce(Pictures pictures, List<OutputMaker> others) {
    this.pictures = pictures;
    this.others = List.copyOf(others);
  }

  public Progress<Produced> produce(Probed video) throws IOException {
    Pictures.Result result = pictures.make(video);
    var made = new ArrayList<>(result.made());
    for (OutputMaker maker : others) {
      made.addAll(maker.make(video));
    }
    LOG.infof(
        "%s: %d requests, %d of %d bytes",
        video.job().original().key(),
        video.original().requests(),
        video.original().bytesRead(),
        video.original().size());
    return new Progress.At<>(new Produced(video.job(), video.media(), result.placeholder(), made));
  }
}
