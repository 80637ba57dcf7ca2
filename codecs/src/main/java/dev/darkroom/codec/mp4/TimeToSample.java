package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/** {@code stts}: runs of samples of the same duration (8.6.1.2). */
final class TimeToSample {
  static final TimeToSample NONE = new TimeToSample(null, 0);

  private final @Nullable Table runs;
  private final long duration;

  private TimeToSample(@Nullable Table runs, long duration) {
    this.runs = runs;
    this.duration = duration;
  }

  static TimeToSample of(ByteReader stts, int limit) throws Malformed {
    Table runs = Table.of(stts, 8, limit);
    long duration = 0;
    for (int i = 0; i < runs.count(); i++) {
      duration += runs.u32(i, 0) * delta(runs, i);
      if (duration < 0) {
        throw runs.malformed("durations that add up to more than 63 bits");
      }
    }
    return new TimeToSample(runs, duration);
  }

  /** Some writers put small negative durations here to repair a clock; they count as nothing. */
  private static long delta(Table runs, int run) throws Malformed {
    return Math.max(0, runs.i32(run, 4));
  }

  /** Rows of a count and a duration; absent of a track without samples. */
  @Nullable Table runs() {
    return runs;
  }

  long duration() {
    return duration;
  }

  long time(int sample) throws Malformed {
    long time = 0;
    long left = sample;
    for (int i = 0; runs != null && i < runs.count(); i++) {
      long count = runs.u32(i, 0);
      if (left < count) {
        return time + left * delta(runs, i);
      }
      time += count * delta(runs, i);
      left -= count;
    }
    return time;
  }
}
