package dev.darkroom.engine.ffmpeg;

import java.time.Duration;

/**
 * Limits of one call of the engine.
 *
 * @param time wall-clock time for all frames
 * @param cpuSeconds CPU time of one process, in seconds
 * @param addressSpace of one process, in bytes; libraries and stacks take about 0.5 GB of it
 * @param framePixels pixels of one frame, as decoded and as returned
 * @param frames number of frames
 * @param inputBytes size of all coded frames together, in bytes
 * @param threads number of decoding threads
 */
public record EngineLimits(
    Duration time,
    int cpuSeconds,
    long addressSpace,
    long framePixels,
    int frames,
    long inputBytes,
    int threads) {
  /** Fits a function of 1 to 2 GB; 8192×4320 is the largest level of HEVC and AV1 in use. */
  public static final EngineLimits DEFAULT =
      new EngineLimits(Duration.ofSeconds(60), 60, 3L << 30, 8192L * 4320, 2048, 256L << 20, 1);

  public EngineLimits withTime(Duration left) {
    return new EngineLimits(
        left, cpuSeconds, addressSpace, framePixels, frames, inputBytes, threads);
  }

  public EngineLimits withFramePixels(long count) {
    return new EngineLimits(time, cpuSeconds, addressSpace, count, frames, inputBytes, threads);
  }

  public EngineLimits withThreads(int count) {
    return new EngineLimits(time, cpuSeconds, addressSpace, framePixels, frames, inputBytes, count);
  }

  /** Limits of one process; frames are counted before they are written and as they come out. */
  ProcessLimits ofProcess() {
    return new ProcessLimits(time, cpuSeconds, addressSpace, Long.MAX_VALUE, Long.MAX_VALUE);
  }
}
