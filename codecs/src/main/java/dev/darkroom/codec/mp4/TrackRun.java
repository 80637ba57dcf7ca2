package dev.darkroom.codec.mp4;

import java.util.List;

/**
 * Consecutive samples of one track, to be written into a fragment.
 *
 * @param time of decoding of the first sample, in the track's ticks
 */
public record TrackRun(long trackId, long time, List<Sample> samples) {
  public TrackRun {
    samples = List.copyOf(samples);
  }

  /**
   * A sample to be written.
   *
   * @param size in bytes
   * @param duration in the track's ticks
   * @param keyframe whether it can be decoded without others
   * @param compositionOffset ticks from decoding to showing; may be negative
   */
  public record Sample(int size, long duration, boolean keyframe, int compositionOffset) {}

  /** Sum of all samples' sizes, in bytes. */
  long bytes() {
    return samples.stream().mapToLong(Sample::size).sum();
  }
}
