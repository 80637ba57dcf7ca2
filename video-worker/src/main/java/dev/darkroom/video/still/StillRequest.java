package dev.darkroom.video.still;

import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.stage.batch.Deadline;
import dev.darkroom.video.read.RangedOriginal;
import java.util.List;
import java.util.Set;

/**
 * The keyframes to decode, and how.
 *
 * @param entry how the keyframes are coded
 * @param size of the pictures, before rotation
 * @param draft whether to skip deblocking, which saves a third of the work and does not show in
 *     small pictures
 * @param until when to stop; pictures that are ready by then are kept
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

  /** Asks for the keyframes of which there is no picture yet. */
  StillRequest after(Stills stills) {
    Set<Keyframe> known = stills.pictures().keySet();
    List<Keyframe> left = keyframes.stream().filter(it -> !known.contains(it)).toList();
    return new StillRequest(original, entry, left, size, draft, until);
  }
}
