package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * One {@code trun} box (8.8.8).
 *
 * @param offset of the first sample in the file
 * @param time of the first sample, in the track's ticks
 * @param flags of the box: which fields it and its rows have
 * @param firstFlags sample flags of the first sample, if the box states them
 */
record FragmentRun(
    Table rows,
    int count,
    long offset,
    long time,
    int flags,
    int firstFlags,
    SampleDefaults defaults) {
  private static final int DATA_OFFSET = 0x1;
  private static final int FIRST_FLAGS = 0x4;
  private static final int DURATION = 0x100;
  private static final int SIZE = 0x200;
  private static final int FLAGS = 0x400;
  private static final int COMPOSITION = 0x800;

  /**
   * Sums over a run.
   *
   * @param size in bytes
   * @param duration in the track's ticks
   */
  record Totals(long size, long duration, int keyframes) {}

  static FragmentRun read(
      ByteReader trun, SampleDefaults defaults, long base, long follow, long time, int limit)
      throws Malformed {
    int flags = trun.i32();
    long count = trun.u32();
    if (count > limit) {
      throw new Malformed(trun.offset(), "too many samples");
    }
    long offset = (flags & DATA_OFFSET) != 0 ? base + trun.i32() : follow;
    int firstFlags = (flags & FIRST_FLAGS) != 0 ? trun.i32() : 0;
    int width = 4 * Integer.bitCount(flags & (DURATION | SIZE | FLAGS | COMPOSITION));
    Table rows = Table.rows(trun, width, count, limit);
    return new FragmentRun(rows, (int) count, offset, time, flags, firstFlags, defaults);
  }

  long duration(int row) throws Malformed {
    return (flags & DURATION) != 0 ? rows.u32(row, 0) : defaults.duration();
  }

  long size(int row) throws Malformed {
    return (flags & SIZE) != 0 ? rows.u32(row, column(DURATION)) : defaults.size();
  }

  boolean isKeyframe(int row) throws Malformed {
    if (row == 0 && (flags & FIRST_FLAGS) != 0) {
      return SampleDefaults.isKeyframe(firstFlags);
    }
    return SampleDefaults.isKeyframe(
        (flags & FLAGS) != 0 ? rows.i32(row, column(DURATION | SIZE)) : defaults.flags());
  }

  int compositionOffset(int row) throws Malformed {
    return (flags & COMPOSITION) != 0 ? rows.i32(row, column(DURATION | SIZE | FLAGS)) : 0;
  }

  /** Returns the byte offset within a row of the field after these. */
  private int column(int before) {
    return 4 * Integer.bitCount(flags & before);
  }

  Totals totals() throws Malformed {
    long size = 0;
    long duration = 0;
    int keyframes = 0;
    for (int i = 0; i < count; i++) {
      size += size(i);
      duration += duration(i);
      keyframes += isKeyframe(i) ? 1 : 0;
    }
    return new Totals(size, duration, keyframes);
  }
}
