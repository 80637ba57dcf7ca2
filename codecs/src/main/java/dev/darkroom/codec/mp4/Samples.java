package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;

/** The samples of one track. */
public sealed interface Samples
    permits SampleTable, FragmentSamples, JoinedSamples, CheckedSamples {
  int count();

  /** Sum of all samples' durations, in the track's ticks. */
  long duration();

  /** Time from the start of the first sample to the end of the last, in the track's ticks. */
  long span();

  /** Sum of all samples' sizes, in bytes. */
  long bytes() throws Malformed;

  /** Adds where the samples lie in the file. */
  void extents(Extents extents) throws Malformed;

  /** Number of samples that can be decoded without others. */
  int keyframes();

  /** Returns a new cursor before the first sample. */
  SampleCursor cursor();
}
