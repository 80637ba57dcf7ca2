package dev.darkroom.video.plan;

/**
 * Where a segment of a region starts.
 *
 * @param time in ticks of the stream from the start of the movie
 * @param media composition time that is on the screen then, in ticks of the track
 */
record SegmentCut(long time, long media) {}
