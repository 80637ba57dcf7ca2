package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;

/** The samples of one track, in decoding order. Indices start at 0. */
public sealed interface Samples permits SampleTable, FragmentSamples {
  int count();

  /** All samples' durations together, in the track's ticks. */
  long duration();

  /** From the start of the first sample to the end of the last, in the track's ticks. */
  long span();

  /** All samples' sizes together, in bytes. */
  long bytes() throws Malformed;

  /** How many samples can be decoded without others. */
  int keyframes();

  /** The index of the n-th of these. */
  int keyframe(int n) throws Malformed;

  Sample sample(int index) throws Malformed;

  /** All samples one after the other, which costs less than asking for each. */
  SampleCursor cursor();

  /** When that sample is decoded, in the track's ticks. */
  long time(int index) throws Malformed;
}
