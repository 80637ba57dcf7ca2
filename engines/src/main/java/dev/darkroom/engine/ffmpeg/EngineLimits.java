package dev.darkroom.engine.ffmpeg;

import java.time.Duration;

/**
 * What one call of the engine may take.
 *
 * @param time of the clock, for all frames
 * @param cpuSeconds of one process
 * @param addressSpace of one process, in bytes; libraries and stacks count too, about 0.5 GB of it
 * @param framePixels of a frame, decoded or given back
 * @param frames in all
 * @param inputBytes of all frames together
 * @param threads that decode at the same time
 */
public record EngineLimits(
    Duration time,
    int cpuSeconds,
    long addressSpace,
    long framePixels,
    int frames,
    long inputBytes,
    int threads) {
  /** Fit for a function of 1 to 2 GB; 8192×4320 is the largest level of HEVC and AV1 in use. */
  public static final EngineLimits DEFAULT =
      new EngineLimits(Duration.ofSeconds(60), 60, 3L << 30, 8192L * 4320, 2048, 256L << 20, 1);

  public EngineLimits withTime(Duration left) {
    return new EngineLimits(
        left, cpuSeconds, addressSpace, framePixels, frames, inputBytes, threads);
  }

  public EngineLimits withThreads(int count) {
    return new EngineLimits(time, cpuSeconds, addressSpace, framePixels, frames, inputBytes, count);
  }
}
