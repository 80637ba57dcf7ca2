package dev.darkroom.engine.ffmpeg;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The source's frames with their numbers, within limits, for one process after the other. */
final class FrameQueue {
  private final FrameSource source;
  private final Splice splice;
  private final EngineLimits limits;
  private byte @Nullable [] held;
  private boolean exhausted;
  private int next;
  private long bytes;

  FrameQueue(FrameSource source, CodecSetup setup, EngineLimits limits) {
    this.source = source;
    this.splice = new Splice(setup);
    this.limits = limits;
  }

  /** The number of the frame that is to be given next; in the end, how many there were. */
  synchronized int next() {
    return next;
  }

  synchronized boolean isExhausted() {
    return exhausted;
  }

  /**
   * Takes a frame.
   *
   * @param first whether the process has seen none; if not, null where it needs a new one
   */
  byte @Nullable [] take(boolean first) throws IOException, TooLarge {
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
        throw new TooLarge();
      }
      next++;
    }
    return splice.prepared(frame);
  }

  /** There are more frames or bytes than allowed. */
  static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("more frames or bytes than allowed", null, false, false);
    }
  }
}
