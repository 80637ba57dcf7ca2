package dev.darkroom.video.rewrap;

import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.engine.ffmpeg.InputWriter;
import dev.darkroom.stage.store.ObjectStore;
import dev.darkroom.stage.store.Read;
import dev.darkroom.video.read.OriginalGone;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one version of an object into a pipe, range by range. */
record WholeOriginal(ObjectStore store, StreamPlan.Source source) implements InputWriter {
  /** Bytes of one request: a reader that stops early wastes no more. */
  private static final int RANGE = 16 << 20;

  private static final int BUFFER = 1 << 16;

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (long at = 0; at < source.size(); at += RANGE) {
      long length = Math.min(RANGE, source.size() - at);
      switch (store.openRange(source.key(), source.etag(), at, length)) {
        case Read.Gone() -> throw new OriginalGone();
        case Read.Opened opened -> {
          try (opened) {
            copy(opened, length, out);
          }
        }
      }
    }
  }

  private static void copy(Read.Opened opened, long length, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long left = length;
    while (left > 0) {
      int count = opened.body().read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 0) {
        throw new EOFException("the connection ended before the range did");
      }
      out.write(buffer, 0, count);
      left -= count;
    }
  }
}
