package dev.darkroom.video.rewrap;

import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.engine.ffmpeg.InputWriter;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.PiecewiseStream;
import dev.darkroom.video.read.OriginalGone;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Writes one version of an object into a pipe. */
record WholeOriginal(ObjectStore store, StreamPlan.Source source) implements InputWriter {
  @Override
  public void writeTo(OutputStream out) throws IOException {
    try (InputStream bytes =
        new PiecewiseStream(
            store, source.key(), source.etag(), 0, source.size(), OriginalGone::new)) {
      bytes.transferTo(out);
    }
  }
}
