package dev.darkroom.video.plan;

import dev.darkroom.contract.stream.StreamPlan;

/**
 * Converts the ticks of a track to those of its stream, without loss unless the track's are finer
 * than any medium needs.
 *
 * @param track ticks per second of the track
 * @param stream ticks per second of the stream
 */
record StreamClock(long track, long stream) {
  /** Tells apart as many frames as {@link SegmentRun} may have to place within the lead. */
  private static final long LEAST_OF_PICTURES = 90_000;

  /** Keeps ten minutes within the 31 bits of a composition offset. */
  private static final long MOST = 2_000_000;

  private static final long REPLACEMENT = 1_000_000;

  /** Returns the clock of a picture track's stream. */
  static StreamClock ofPictures(long timescale) {
    return timescale > MOST
        ? new StreamClock(timescale, REPLACEMENT)
        : new StreamClock(timescale, timescale * Math.ceilDiv(LEAST_OF_PICTURES, timescale));
  }

  /** Returns the clock of a sound track's stream. */
  static StreamClock ofSound(long timescale) {
    return new StreamClock(timescale, timescale > MOST ? REPLACEMENT : timescale);
  }

  /** Converts ticks of the track. */
  long ticks(long time) {
    long rest = Math.floorMod(time, track);
    return Math.floorDiv(time, track) * stream + (rest * stream + track / 2) / track;
  }

  /** Ticks by which the times of an input are later than those of its segment. */
  long lead() {
    return StreamPlan.LEAD_SECONDS * stream;
  }

  /** Converts ticks of the stream, rounding down. */
  long trackTicks(double time) {
    return (long) (time * track / stream);
  }

  /** Converts seconds to ticks of the stream. */
  long ofSeconds(double seconds) {
    return Math.round(seconds * stream);
  }
}
