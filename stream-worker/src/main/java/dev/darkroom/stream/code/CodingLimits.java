package dev.darkroom.stream.code;

import dev.darkroom.engine.ffmpeg.ProcessLimits;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.stream.StreamInput;
import java.time.Duration;

/** Limits of the engine for a part. */
final class CodingLimits {
  /** Two minutes of all rungs at the highest bit rates; it is in memory more than once. */
  private static final long SEGMENT_BYTES = 96L << 20;

  /** One part in this many of the time is left for storing what was coded. */
  private static final int SPARE = 20;

  /** More than a day of sound. */
  private static final long SOUND_BYTES = 2L << 30;

  /** Addresses, of which a 4K video with three rungs uses less than a third as memory. */
  private static final long ADDRESSES = 4L << 30;

  private static final int MAX_THREADS = 8;

  private CodingLimits() {}

  static ProcessLimits segment(StreamInput input, Deadline deadline) {
    return limits(input, deadline, SEGMENT_BYTES);
  }

  static ProcessLimits sound(StreamInput input, Deadline deadline) {
    return limits(input, deadline, SOUND_BYTES);
  }

  private static ProcessLimits limits(StreamInput input, Deadline deadline, long outputBytes) {
    Duration time = deadline.remaining().multipliedBy(SPARE - 1).dividedBy(SPARE);
    return new ProcessLimits(
        time,
        Math.toIntExact(Math.max(1, time.toSeconds() * MAX_THREADS)),
        ADDRESSES,
        input.head().length + input.payload(),
        outputBytes);
  }
}
