package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * One {@code trun} box (8.8.8).
 *
 * @param offset of the first sample in the file
 * @param time of the first sample
 * @param flags which fields a row has
 * @param firstFlags of the first sample, where the box says so
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

  /** Sums over the run: bytes, ticks and samples that need no others. */
  record Totals(long size, long duration, int keyframes) {}

  static FragmentRun of(
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

  int composition(int row) throws Malformed {
    return (flags & COMPOSITION) != 0 ? rows.i32(row, column(DURATION | SIZE | FLAGS)) : 0;
  }

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

  Sample sample(int row) throws Malformed {
    long at = offset;
    long start = time;
    for (int i = 0; i < row; i++) {
      at += size(i);
      start += duration(i);
    }
    long size = size(row);
    if (at < 0 || size > Integer.MAX_VALUE) {
      throw rows.malformed("a sample outside of the file");
    }
    return new Sample(at, (int) size, start, defaults.entry());
  }
}
