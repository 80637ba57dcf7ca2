package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives coded frames, one at a time and only when the engine can take one. */
public interface FrameSource {
  /**
   * The next frame's bytes as a sample of MP4 has them, or null after the last. Called on a thread
   * of its own, so that reading overlaps with decoding.
   *
   * @throws IOException if they cannot be had now; ends the decoding
   */
  byte @Nullable [] next() throws IOException;
}
