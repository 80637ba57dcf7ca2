package dev.darkroom.engine.stream;

import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.engine.ffmpeg.FrameRequest.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a segment of a video.
 *
 * @param timescale ticks per second of the input and the output
 * @param lead time in the input, in ticks, at which the segment starts
 * @param length of the segment in ticks; frames before its start and from its end on are only
 *     decoded
 * @param orientation by which frames are mirrored and turned
 * @param interlaced whether frames may consist of two fields
 * @param color of decoded frames as far as the file says; what it leaves open is up to the frames
 * @param frameRate frames per second of the whole video, which bounds the bitrate
 * @param rungs sizes to code, in pixels as people see them: even, the largest first
 */
public record SegmentRequest(
    long timescale,
    long lead,
    long length,
    Orientation orientation,
    boolean interlaced,
    @Nullable Color color,
    double frameRate,
    List<Size> rungs) {
  /** Most rungs of a ladder. */
  private static final int MAX_RUNGS = 8;

  public SegmentRequest {
    rungs = List.copyOf(rungs);
    if (timescale < 1 || timescale > Integer.MAX_VALUE || lead < 0 || length < 1) {
      throw new IllegalArgumentException("no segment: " + timescale + " " + lead + " " + length);
    }
    if (rungs.isEmpty() || rungs.size() > MAX_RUNGS) {
      throw new IllegalArgumentException(rungs.size() + " rungs");
    }
    for (Size size : rungs) {
      if (size.width() % 2 != 0 || size.height() % 2 != 0) {
        throw new IllegalArgumentException(size + " is odd");
      }
    }
  }
}
