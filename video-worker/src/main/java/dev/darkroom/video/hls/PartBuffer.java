package dev.darkroom.video.hls;

import dev.darkroom.stage.store.Assembly;
import java.util.Arrays;

/** Collects bytes into the parts of a multipart upload, and sends each part once it is full. */
final class PartBuffer {
  private static final int PART_SIZE = 8 << 20;

  private final Assembly assembly;
  private final byte[] part = new byte[PART_SIZE];
  private int filled;
  private long total;

  PartBuffer(Assembly assembly) {
    this.assembly = assembly;
  }

  void write(byte[] bytes) {
    int from = 0;
    while (from < bytes.length) {
      int some = Math.min(bytes.length - from, PART_SIZE - filled);
      System.arraycopy(bytes, from, part, filled, some);
      filled += some;
      from += some;
      if (filled == PART_SIZE) {
        flush();
      }
    }
    total += bytes.length;
  }

  /** Sends the last part. Nothing may be written after it. */
  void finish() {
    if (filled > 0) {
      flush();
    }
  }

  private void flush() {
    assembly.add(Arrays.copyOf(part, filled));
    filled = 0;
  }

  /** Returns the number of bytes written. */
  long total() {
    return total;
  }
}
