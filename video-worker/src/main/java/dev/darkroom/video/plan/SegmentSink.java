package dev.darkroom.video.plan;

import dev.darkroom.stage.stream.StreamInput;

/** Receives the segments of a plan in order of time. */
interface SegmentSink {
  /**
   * Takes a segment.
   *
   * @param start when it is shown, in ticks of the stream from the start of the movie
   * @param length how long it is shown, in ticks of the stream; 1 or more
   * @return whether there is room for more
   */
  boolean segment(StreamInput input, long start, long length);
}
