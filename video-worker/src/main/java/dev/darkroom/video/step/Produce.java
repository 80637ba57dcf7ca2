package dev.darkroom.video.step;

import dev.darkroom.job.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Has every output made. */
public final class Produce {
  private static final Logger LOG = Logger.getLogger(Produce.class);

  private final List<OutputMaker> makers;

  public Produce(List<OutputMaker> makers) {
    this.makers = List.copyOf(makers);
  }

  public Progress<Produced> produce(Probed video) throws IOException {
    var made = new ArrayList<Made>();
    for (OutputMaker maker : makers) {
      made.addAll(maker.make(video));
    }
    LOG.infof(
        "%s: %d requests, %d of %d bytes",
        video.job().original().key(),
        video.original().requests(),
        video.original().bytesRead(),
        video.original().size());
    return new Progress.At<>(new Produced(video.job(), video.media(), made));
  }
}
