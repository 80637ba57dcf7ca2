package dev.darkroom.engine.rewrap;

import dev.darkroom.engine.ffmpeg.ProcessLimits;
import java.time.Duration;

/**
 * Limits of rewrapping one file.
 *
 * @param time wall-clock time for all of it
 * @param inputBytes size of the file
 * @param outputBytes most bytes of the new file
 */
public record Limits(Duration time, long inputBytes, long outputBytes) {
  /** Pixels of one frame: 8192×4320 is the largest level of HEVC and AV1 in use. */
  static final long FRAME_PIXELS = 8192L * 4320;

  private static final long ADDRESS_SPACE = 3L << 30;

  /** Largest list of streams, with the frames that ffmpeg adds to it, in bytes. */
  private static final long LIST_BYTES = 1 << 20;

  /** Threads of an encoder, for the CPU seconds that a process may use in its time. */
  private static final int THREADS = 2;

  /** Limits of asking an engine about itself. */
  static final ProcessLimits OF_QUESTION =
      new ProcessLimits(Duration.ofSeconds(20), 20, ADDRESS_SPACE, 0, LIST_BYTES);

  ProcessLimits ofProcess(Duration left) {
    return new ProcessLimits(left, cpuSeconds(left), ADDRESS_SPACE, inputBytes, outputBytes);
  }

  ProcessLimits ofListing(Duration left) {
    return new ProcessLimits(left, cpuSeconds(left), ADDRESS_SPACE, inputBytes, LIST_BYTES);
  }

  private static int cpuSeconds(Duration left) {
    return Math.clamp(left.toSeconds() * THREADS, 1, 1 << 20);
  }
}
