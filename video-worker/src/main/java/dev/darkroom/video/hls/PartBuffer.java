package dev.darkroom.video.hls;

import dev.darkroom.stage.store.Assembly;
import java.util.Arrays;

/** Collects bytes into parts, which are sent as soon as they are full. */
final class PartBuffer {
  private static final int PART = 8 << 20;

  private final Assembly assembly;
  private final byte[] part = new byte[PART];
  private int filled;
  private long total;

  PartBuffer(Assembly assembly) {
    this.assembly = assembly;
  }

  void write(byte[] bytes) {
    int from = 0;
    while (from < bytes.length) {
      int some = Math.min(bytes.length - from, PART - filled);
      System.arraycopy(bytes, from, part, filled, some);
      filled += some;
      from += some;
      if (filled == PART) {
        flush();
      }
    }
    total += bytes.length;
  }

  /** Sends what is left; nothing may be written any more. */
  void finish() {
    if (filled > 0) {
      flush();
    }
  }

  private void flush() {
    assembly.add(Arrays.copyOf(part, filled));
    filled = 0;
  }

  /** Bytes written. */
  long total() {
    return total;
  }
}
