package dev.darkroom.stream.code;

import dev.darkroom.engine.ffmpeg.ProcessLimits;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.stage.stream.StreamInput;
import java.time.Duration;

/** Limits of the engine for a part. */
final class CodingLimits {
  /** Ten times what 30 s of the largest rungs need at the highest bit rates allowed. */
  private static final long SEGMENT_BYTES = 256L << 20;

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
    Duration time = deadline.remaining();
    return new ProcessLimits(
        time,
        Math.toIntExact(Math.max(1, time.toSeconds() * MAX_THREADS)),
        ADDRESSES,
        input.head().length + input.payload(),
        outputBytes);
  }
}
