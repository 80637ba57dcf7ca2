package dev.darkroom.codec.mp4;

import dev.darkroom.codec.Malformed;
import org.jspecify.annotations.Nullable;

/** Walks a track's samples in decoding order. */
public interface SampleCursor {
  /** Returns the next sample, null after the last. */
  @Nullable Sample next() throws Malformed;
}
