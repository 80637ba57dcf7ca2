package dev.darkroom.video.still;

import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.read.RangedOriginal;
import java.util.List;

/**
 * Keyframes to decode.
 *
 * @param entry how they are coded
 * @param size of the pictures, before they are turned
 * @param draft whether the edges of blocks may stay as they are: a third less work, and nothing
 *     that a small picture shows
 * @param until when there is time; what is ready by then is kept
 */
public record StillRequest(
    RangedOriginal original,
    SampleEntry entry,
    List<Keyframe> keyframes,
    Size size,
    boolean draft,
    Deadline until) {
  public StillRequest {
    keyframes = List.copyOf(keyframes);
  }
}
