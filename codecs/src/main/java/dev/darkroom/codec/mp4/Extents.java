package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import java.util.Arrays;

/** Byte ranges of a file, in any order and possibly overlapping, and their union. */
final class Extents {
  /** Most ranges that are kept, which take 64 MiB. */
  private static final int LIMIT = 1 << 22;

  private long[] starts = new long[64];
  private long[] ends = new long[64];
  private int count;

  /** Receives a part of the union. */
  interface Sink {
    void range(long from, long to);
  }

  /** Adds a range; one that continues the range before extends it. */
  void add(long from, long length) throws Malformed {
    if (from < 0 || length < 0 || length > Long.MAX_VALUE - from) {
      throw new Malformed(0, "a sample outside of the file");
    }
    if (count > 0 && ends[count - 1] == from) {
      ends[count - 1] = from + length;
      return;
    }
    if (count == LIMIT) {
      throw new Malformed(from, "samples that are too scattered");
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = from;
    ends[count++] = from + length;
  }

  /** Computes the union, after which nothing may be added. */
  void unite() {
    // The union depends only on where ranges start and where they end, not on which is whose.
    Arrays.sort(starts, 0, count);
    Arrays.sort(ends, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      long from = starts[i];
      while (i + 1 < count && starts[i + 1] <= ends[i]) {
        i++;
      }
      starts[kept] = from;
      ends[kept++] = ends[i];
    }
    count = kept;
  }

  /** Passes on the parts of the union that lie within bounds, in rising order. */
  void within(long from, long to, Sink sink) {
    int at = Arrays.binarySearch(ends, 0, count, from);
    for (int i = at < 0 ? -at - 1 : at; i < count && starts[i] < to; i++) {
      long start = Math.max(from, starts[i]);
      long end = Math.min(to, ends[i]);
      if (end > start) {
        sink.range(start, end);
      }
    }
  }
}
