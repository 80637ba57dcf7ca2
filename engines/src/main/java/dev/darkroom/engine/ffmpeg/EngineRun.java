package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process from its start to its end, with three threads beside: input, notes and the clock. */
final class EngineRun implements AutoCloseable {
  private static final int SIGNALLED = 128;

  /** How long a killed process may take to be gone. */
  private static final long GRACE_MILLIS = 5_000;

  private final Process process;
  private final EngineLimits limits;
  private final boolean fullRange;
  private final long deadline;
  private final long started = System.nanoTime();
  private final Notes notes;
  private final Thread clock;
  private volatile @Nullable Reason killedFor;

  /**
   * @param deadline by {@link System#nanoTime()}
   * @throws IOException if it does not start
   */
  EngineRun(EngineProgram program, FrameRequest request, EngineLimits limits, long deadline)
      throws IOException {
    this.limits = limits;
    fullRange = request.toneMap() == null && request.range().isFull();
    this.deadline = deadline;
    process = EngineCommand.of(program, request, limits).start();
    notes = new Notes(process.getErrorStream(), () -> kill(Reason.FAILED));
    clock = Thread.ofVirtual().name("keyframe-clock").start(this::watch);
  }

  private void watch() {
    try {
      long left = deadline - System.nanoTime();
      if (!process.waitFor(left, TimeUnit.NANOSECONDS)) {
        kill(Reason.TOOK_TOO_LONG);
      }
    } catch (InterruptedException e) {
      // The run ended before.
    }
  }

  /** Ends the process and all it started, for the first reason given. */
  synchronized void kill(Reason reason) {
    if (killedFor == null && process.isAlive()) {
      killedFor = reason;
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Starts to give frames to the process. */
  FrameFeed feed(CodecSetup setup, FrameQueue frames) {
    return new FrameFeed(process.getOutputStream(), setup, frames, this::kill);
  }

  /**
   * Hands on frames until there are no more.
   *
   * @param from the first index that belongs to this run
   * @return indices that came
   */
  List<Integer> frames(int from, FrameSink sink) throws IOException, InterruptedException {
    var came = new ArrayList<Integer>();
    InputStream out = process.getInputStream();
    long last = from - 1L;
    FrameNote note = notes.next();
    while (note != null && killedFor == null) {
      PixelLayout layout = note.layout();
      if (layout == null || note.width() < 1 || note.height() < 1) {
        kill(Reason.FAILED);
        break;
      }
      if ((long) note.width() * note.height() > limits.framePixels()) {
        kill(Reason.TOO_LARGE);
        break;
      }
      RawFrame frame = read(out, note, layout);
      if (frame == null) {
        break;
      }
      // A second picture of a frame, as of two fields, is not what was asked for.
      if (note.index() > last && note.index() < limits.frames()) {
        last = note.index();
        came.add((int) last);
        sink.accept((int) last, frame);
      }
      note = notes.next();
    }
    return came;
  }

  /** Null where the process ends in the middle of it. */
  private @Nullable RawFrame read(InputStream out, FrameNote note, PixelLayout layout)
      throws IOException {
    var planes = new ArrayList<Plane>();
    for (int i = 0; i < layout.planes(); i++) {
      int width = layout.width(i, note.width());
      int height = layout.height(i, note.height());
      byte[] samples = new byte[width * height];
      if (out.readNBytes(samples, 0, samples.length) < samples.length) {
        return null;
      }
      planes.add(new Plane(samples, width, height));
    }
    Color coded = note.color();
    return new RawFrame(
        layout, planes, new Color(coded.primaries(), coded.transfer(), coded.matrix(), fullRange));
  }

  /** What ended the process other than the work being done; absent if it was. */
  @Nullable Ending ending() throws InterruptedException {
    // Bytes that nobody announced end the process by a broken pipe instead of keeping it.
    closeQuietly(process.getInputStream());
    if (!process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
      kill(Reason.TOOK_TOO_LONG);
      process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
    Reason reason = killedFor;
    if (reason != null) {
      return new Ending(reason, -1, notes.tail());
    }
    int exit = process.exitValue();
    if (exit == 0) {
      return null;
    }
    return new Ending(exit > SIGNALLED ? signalled(exit) : failed(), exit, notes.tail());
  }

  private Reason failed() throws InterruptedException {
    return notes.tail().contains("Cannot allocate memory") ? Reason.OUT_OF_MEMORY : Reason.FAILED;
  }

  /**
   * The kernel ends a process past its CPU seconds by SIGXCPU (24) or SIGKILL (9); the latter also
   * where the machine has no memory left, and then before that time.
   */
  private Reason signalled(int exit) {
    double seconds = (System.nanoTime() - started) / 1e9;
    boolean usedUp = seconds * Runtime.getRuntime().availableProcessors() >= limits.cpuSeconds();
    return exit == SIGNALLED + 24 || (exit == SIGNALLED + 9 && usedUp)
        ? Reason.TOO_MUCH_CPU
        : Reason.CRASHED;
  }

  /**
   * @param exit the process's own answer; -1 if it was ended from here
   */
  record Ending(Reason reason, int exit, String detail) {}

  @Override
  public void close() {
    clock.interrupt();
    kill(Reason.FAILED);
    closeQuietly(process.getOutputStream());
    closeQuietly(process.getInputStream());
    closeQuietly(process.getErrorStream());
  }

  private static void closeQuietly(AutoCloseable stream) {
    try {
      stream.close();
    } catch (Exception e) {
      // A pipe whose other end is gone.
    }
  }
}
