package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes frames into a process's input, on a thread of its own because writing may block. */
final class FrameFeed {
  private final OutputStream out;
  private final CodecSetup setup;
  private final FrameSupply frames;
  private final Consumer<Reason> kill;
  private final Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile boolean refused;

  FrameFeed(OutputStream out, CodecSetup setup, FrameSupply frames, Consumer<Reason> kill) {
    this.out = out;
    this.setup = setup;
    this.frames = frames;
    this.kill = kill;
    thread = Thread.ofVirtual().name("keyframe-feed").start(this::run);
  }

  private void run() {
    try (out) {
      FrameWriter writer = new FrameWriter(out, setup);
      int index = frames.next();
      byte[] frame = take(true);
      while (frame != null) {
        writer.write(index, frame);
        index++;
        frame = take(false);
      }
    } catch (IOException e) {
      // The process closed its input; its exit says why.
      refused = true;
    }
  }

  /** Takes the next frame; null at the end, after a failure of the source, or at a limit. */
  private byte @Nullable [] take(boolean first) {
    try {
      return frames.take(first);
    } catch (FrameSupply.TooLarge e) {
      kill.accept(Reason.TOO_LARGE);
    } catch (IOException | RuntimeException | Error e) {
      failure = e;
      kill.accept(Reason.FAILED);
    }
    return null;
  }

  /** Whether the process closed its input before all was written. */
  boolean wasRefused() {
    return refused;
  }

  /** Waits until all input is written; gives up on a source that hangs. */
  void end(long millis) throws InterruptedException {
    thread.join(millis);
    thread.interrupt();
  }

  /** Throws what the source threw, if it failed. */
  void rethrow() throws IOException {
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }
}
