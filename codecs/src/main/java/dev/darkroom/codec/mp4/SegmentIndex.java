package dev.darkroom.codec.mp4;

import java.util.List;

/** Writes {@code sidx} (8.16.3), by which players find the segments that follow it. */
public final class SegmentIndex {
  /** Segments are counted in 16 bits, their sizes in 31, their durations in 32. */
  private static final int MAX_SEGMENTS = 0xffff;

  private static final long MAX_BYTES = Integer.MAX_VALUE;
  private static final long MAX_TICKS = 0xffff_ffffL;

  /** A segment starts with a stream access point of type 1: a closed group of pictures. */
  private static final long STARTS_WITH_KEYFRAME = 0x9000_0000L;

  private SegmentIndex() {}

  /**
   * One or more fragments that start with a keyframe.
   *
   * @param bytes size of the fragments
   * @param ticks duration
   */
  public record Segment(long bytes, long ticks) {}

  /**
   * Returns the box, or nothing if there are more or larger segments than it can hold.
   *
   * @param timescale of the track; Chromium ignores any other
   * @param start when the first segment is shown, in ticks
   */
  public static byte[] of(long trackId, long timescale, long start, List<Segment> segments) {
    boolean fits =
        segments.size() <= MAX_SEGMENTS
            && segments.stream().allMatch(it -> it.bytes <= MAX_BYTES && it.ticks <= MAX_TICKS);
    if (!fits) {
      return new byte[0];
    }
    return new BoxWriter()
        .fullBox(
            "sidx",
            1,
            0,
            sidx -> {
              sidx.u32(trackId).u32(timescale).u64(start).u64(0).u16(0).u16(segments.size());
              for (Segment segment : segments) {
                sidx.u32(segment.bytes).u32(segment.ticks).u32(STARTS_WITH_KEYFRAME);
              }
            })
        .toByteArray();
  }
}
