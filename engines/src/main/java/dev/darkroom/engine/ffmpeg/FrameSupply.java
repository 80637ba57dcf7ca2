package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Numbers a source's frames and hands them, within limits, to one process after another. */
final class FrameSupply {
  private final FrameSource source;
  private final Splice splice;
  private final EngineLimits limits;
  private byte @Nullable [] held;
  private boolean exhausted;
  private int next;
  private long bytes;

  FrameSupply(FrameSource source, CodecSetup setup, EngineLimits limits) {
    this.source = source;
    this.splice = new Splice(setup);
    this.limits = limits;
  }

  /** Number of the next frame, from 0; at the end, the number of all frames. */
  synchronized int next() {
    return next;
  }

  synchronized boolean isExhausted() {
    return exhausted;
  }

  /**
   * Takes the next frame. Returns null after the last, or before a frame that needs a new process.
   *
   * @param first whether the process has had no frame yet
   * @throws EngineFeed.TooLarge if there are more frames or bytes than allowed
   */
  byte @Nullable [] take(boolean first) throws IOException {
    byte[] frame = held == null ? source.next() : held;
    synchronized (this) {
      held = null;
      if (frame == null) {
        exhausted = true;
        return null;
      }
      if (!first && !splice.resets(frame)) {
        held = frame;
        return null;
      }
      bytes += frame.length;
      if (next == limits.frames() || bytes > limits.inputBytes()) {
        throw new EngineFeed.TooLarge();
      }
      next++;
    }
    return splice.prepared(frame);
  }
}
