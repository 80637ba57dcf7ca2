package dev.darkroom.codec.mp4;

import java.util.List;

/**
 * Samples of one track that follow each other in a fragment.
 *
 * @param time of decoding of the first, in the track's ticks
 */
public record TrackRun(long trackId, long time, List<Sample> samples) {
  public TrackRun {
    samples = List.copyOf(samples);
  }

  /**
   * @param size in bytes
   * @param duration in the track's ticks
   * @param keyframe whether it can be decoded without others
   * @param compositionOffset ticks from its decoding to its showing, below 0 too
   */
  public record Sample(int size, long duration, boolean keyframe, int compositionOffset) {}

  /** Bytes of all samples. */
  long bytes() {
    return samples.stream().mapToLong(Sample::size).sum();
  }
}
