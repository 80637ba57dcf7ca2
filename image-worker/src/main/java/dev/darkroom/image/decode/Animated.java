package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.stage.batch.Deadline;

/** Decodes animations, too. */
public interface Animated extends Decoder {
  /**
   * Decodes all frames, from the first one on.
   *
   * @param deadline when to give up, as in {@link #decode}
   */
  Frames frames(Source source, Deadline deadline) throws Malformed;
}
