package dev.darkroom.stage.store;

import dev.darkroom.contract.stream.StreamPlan;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Stores a file of unknown length while it is written, with one part of it in memory. */
public final class StoredFile extends OutputStream {
  /** S3 takes 10,000 parts, which makes 80 GB. */
  private static final int PART = 8 << 20;

  private final ObjectStore store;
  private final String key;
  private final PutOptions options;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private @Nullable Assembly assembly;
  private long size;

  public StoredFile(ObjectStore store, String key, PutOptions options) {
    this.store = store;
    this.key = key;
    this.options = options;
  }

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    part.write(bytes, offset, length);
    size += length;
    if (part.size() >= PART) {
      if (assembly == null) {
        assembly = store.assemble(key, options);
      }
      assembly.add(part.toByteArray());
      part.reset();
    }
  }

  /** Puts the file at its key. */
  public StreamPlan.Source finish() {
    Write.Written written;
    if (assembly == null) {
      written = store.put(key, options, part.toByteArray());
    } else {
      if (part.size() > 0) {
        assembly.add(part.toByteArray());
      }
      written = assembly.complete();
    }
    return new StreamPlan.Source(key, written.etag(), size);
  }

  /** Leaves nothing behind of a file that was not finished. */
  @Override
  public void close() {
    if (assembly != null) {
      assembly.close();
    }
  }
}
