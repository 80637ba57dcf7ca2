package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Supplies coded frames, one at a time and only when the engine can take one. */
public interface FrameSource {
  /**
   * Returns the next frame in the form of an MP4 sample, null after the last. Called on a thread of
   * its own, so that reading overlaps with decoding.
   *
   * @throws IOException if the frame cannot be read now, which ends the decoding
   */
  byte @Nullable [] next() throws IOException;
}
