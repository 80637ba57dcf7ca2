package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;

/** Goes over a track's samples in decoding order. It stands before the first one at the start. */
public interface SampleCursor {
  /**
   * Goes on to the next sample.
   *
   * @return false if there is none
   */
  boolean next() throws Malformed;

  /** Where it lies in the file. */
  long offset();

  /** In bytes. */
  int size();

  /** When it is decoded, in the track's ticks. */
  long time();

  /** How long until the next one is decoded, in the track's ticks. */
  long duration();

  /** How long after it is decoded it is shown, in the track's ticks; may be negative. */
  int compositionOffset();

  boolean keyframe();

  /** Which sample entry it is coded after, from 1. */
  int entry();
}
