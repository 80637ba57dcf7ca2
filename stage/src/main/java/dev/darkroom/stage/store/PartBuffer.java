package dev.darkroom.stage.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects what follows the head of an object into the parts of an assembly, and sends each part
 * once it is full. The head comes last, when all that it has to say is known.
 */
public final class PartBuffer {
  private static final int PART_SIZE = 8 << 20;

  private final Assembly assembly;
  private final byte[] part = new byte[PART_SIZE];
  private int filled;
  private long total;

  /** What follows the head in the first part, as soon as there are others. */
  private byte @Nullable [] first;

  public PartBuffer(Assembly assembly) {
    this.assembly = assembly;
  }

  public void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  public void write(byte[] bytes, int offset, int length) {
    int end = offset + length;
    for (int from = offset; from < end; ) {
      if (filled == PART_SIZE) {
        flush();
      }
      int some = Math.min(end - from, PART_SIZE - filled);
      System.arraycopy(bytes, from, part, filled, some);
      filled += some;
      from += some;
    }
    total += length;
  }

  private void flush() {
    byte[] full = Arrays.copyOf(part, filled);
    filled = 0;
    if (first == null) {
      first = full;
    } else {
      assembly.add(full);
    }
  }

  /** Sends what is left, and the head. Nothing may be written after it. */
  public void finish(byte[] head) {
    if (filled > 0) {
      flush();
    }
    byte[] rest = first == null ? new byte[0] : first;
    byte[] start = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, start, head.length, rest.length);
    assembly.prepend(start);
  }

  /** Returns the number of bytes written, without the head. */
  public long total() {
    return total;
  }
}
