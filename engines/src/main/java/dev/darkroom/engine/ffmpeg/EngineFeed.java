package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes a process's input, on a thread of its own because writing may block. */
final class EngineFeed {
  private static final long GRACE_MILLIS = 2_000;

  private final Pipe pipe;
  private final InputWriter input;
  private final Consumer<Reason> kill;
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  EngineFeed(OutputStream out, InputWriter input, long limit, Consumer<Reason> kill) {
    this.pipe = new Pipe(out, limit);
    this.input = input;
    this.kill = kill;
    thread = Thread.ofVirtual().name("engine-feed").start(this::run);
  }

  private void run() {
    try (pipe) {
      input.writeTo(pipe);
    } catch (TooLarge e) {
      kill.accept(Reason.TOO_LARGE);
    } catch (IOException | RuntimeException | Error e) {
      // If the process closed its input, its exit says why.
      if (!pipe.refused) {
        failure = e;
        kill.accept(Reason.FAILED);
      }
    }
  }

  /** Whether the process closed its input before all was written. */
  boolean wasRefused() {
    return pipe.refused;
  }

  /**
   * Waits until all input is written, and gives up on a writer that hangs. Throws what the writer
   * threw.
   */
  void end() throws IOException, InterruptedException {
    thread.join(GRACE_MILLIS);
    thread.interrupt();
    switch (failure) {
      case null -> {}
      case IOException e -> throw e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  /** Signals that there is more input than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;

    TooLarge() {
      super("more input than allowed");
    }
  }

  /** Tells a process that reads no more from a writer that fails. */
  private static final class Pipe extends OutputStream {
    private final OutputStream out;
    private long left;
    private volatile boolean refused;

    Pipe(OutputStream out, long limit) {
      this.out = out;
      this.left = limit;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      left -= length;
      if (left < 0) {
        throw new TooLarge();
      }
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        refused = true;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        refused = true;
        throw e;
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        refused = true;
      }
    }
  }
}
