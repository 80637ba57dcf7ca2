package dev.darkroom.image.step;

import dev.darkroom.stage.job.Job;
import dev.darkroom.stage.store.Read;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** One version of an original, read once, front to back, and only as far as needed. */
public final class Original implements AutoCloseable {
  private final Job job;
  private final long size;
  private final InputStream body;
  private byte[] head = {};

  Original(Job job, Read.Opened opened) {
    this.job = job;
    this.size = opened.info().size();
    this.body = opened.body();
  }

  public Job job() {
    return job;
  }

  /** Returns the size of the file, in bytes. */
  public long size() {
    return size;
  }

  /** Tells whether the whole file has been read. */
  boolean isWhole() {
    return head.length == size;
  }

  /** Returns the first bytes: at least as many as asked for, or the whole file if it is shorter. */
  byte[] head(long length) throws IOException {
    int wanted = Math.toIntExact(Math.min(length, size));
    if (head.length < wanted) {
      byte[] longer = Arrays.copyOf(head, wanted);
      int read = body.readNBytes(longer, head.length, wanted - head.length);
      if (read < wanted - head.length) {
        throw new IOException("the connection ended before the object did");
      }
      head = longer;
    }
    return head;
  }

  @Override
  public void close() throws IOException {
    head = new byte[0];
    body.close();
  }
}
