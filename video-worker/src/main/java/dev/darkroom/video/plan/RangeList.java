package dev.darkroom.video.plan;

import dev.darkroom.stage.stream.StreamInput;
import java.util.ArrayList;
import java.util.List;

/** Collects ranges of a file; those that touch become one. */
final class RangeList {
  private static final int LONGEST = 1 << 30;

  private final List<StreamInput.Range> ranges = new ArrayList<>();
  private long from;
  private int length;
  private long total;

  void add(long at, int size) {
    if (at != from + length || length > LONGEST - Math.min(LONGEST, size)) {
      flush();
      from = at;
    }
    length += size;
    total += size;
  }

  /** Sum of the ranges' lengths, in bytes. */
  long total() {
    return total;
  }

  List<StreamInput.Range> done() {
    flush();
    return List.copyOf(ranges);
  }

  private void flush() {
    if (length > 0) {
      ranges.add(new StreamInput.Range(from, length));
    }
    length = 0;
  }
}
