package dev.darkroom.codec.mp4;

import org.jspecify.annotations.Nullable;

/**
 * Samples of one size and duration that follow each other in the file.
 *
 * @param offset of the first in the file
 * @param count number of samples
 * @param size of each, in bytes
 * @param time of decoding of the first, in the track's ticks
 * @param duration of each, in the track's ticks
 * @param entry which of the track's sample entries describes their coding, from 1
 */
public record SampleRun(long offset, int count, int size, long time, long duration, int entry) {
  /** Decoding time at which the last one ends, in the track's ticks. */
  public long end() {
    return time + count * duration;
  }

  /** Returns a part of the run. */
  public SampleRun part(int from, int count) {
    return new SampleRun(
        offset + (long) from * size, count, size, time + from * duration, duration, entry);
  }

  /** Returns both as one; null if they are of different kinds, or not adjacent. */
  @Nullable SampleRun joined(Sample next) {
    boolean alike =
        next.size() == size
            && next.duration() == duration
            && next.entry() == entry
            && next.compositionOffset() == 0
            && next.offset() == offset + (long) count * size
            && next.time() == end();
    return alike ? new SampleRun(offset, count + 1, size, time, duration, entry) : null;
  }
}
