package dev.darkroom.engine.ffmpeg;

import dev.darkroom.codec.mp4.SampleEntry.Color;
import dev.darkroom.codec.picture.Plane;
import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An ffmpeg process from start to end, with a thread each for its input, log and deadline. */
final class EngineProcess implements AutoCloseable {
  private static final int SIGNALLED = 128;
  private static final int KILL = 9;
  private static final int CPU_LIMIT = 24;

  /** Signals that come from outside: hangup, interrupt, quit, kill and termination. */
  private static final Set<Integer> FROM_OUTSIDE = Set.of(1, 2, 3, KILL, 15);

  /** Longest time that a killed process may take to end. */
  private static final long GRACE_MILLIS = 5_000;

  private final Process process;
  private final EngineLimits limits;
  private final boolean fullRange;
  private final long deadline;
  private final long started = System.nanoTime();
  private final EngineLog log;
  private final Thread clock;
  private volatile @Nullable Reason killedFor;

  /**
   * Starts a process.
   *
   * @param deadline by {@link System#nanoTime()}
   * @throws IOException if it does not start
   */
  EngineProcess(EngineProgram program, FrameRequest request, EngineLimits limits, long deadline)
      throws IOException {
    this.limits = limits;
    fullRange = request.toneMap() == null && request.range().isFull();
    this.deadline = deadline;
    process = EngineCommand.of(program, request, limits).start();
    log = new EngineLog(process.getErrorStream(), () -> kill(Reason.DAMAGED));
    clock = Thread.ofVirtual().name("keyframe-clock").start(this::watch);
  }

  private void watch() {
    try {
      long left = deadline - System.nanoTime();
      if (!process.waitFor(left, TimeUnit.NANOSECONDS)) {
        kill(Reason.TOOK_TOO_LONG);
      }
    } catch (InterruptedException e) {
      // The process ended before the deadline.
    }
  }

  /** Kills the process and its children, and remembers the first reason. */
  synchronized void kill(Reason reason) {
    if (killedFor == null && process.isAlive()) {
      killedFor = reason;
    }
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Starts writing frames into the process. */
  FrameFeed feed(CodecSetup setup, FrameSupply frames) {
    return new FrameFeed(process.getOutputStream(), setup, frames, this::kill);
  }

  /**
   * Reads frames and hands them to a sink until there are no more.
   *
   * @param from lowest index that was given to this process
   * @return indices of the frames handed on
   */
  List<Integer> frames(int from, FrameSink sink) throws IOException, InterruptedException {
    var came = new ArrayList<Integer>();
    InputStream out = process.getInputStream();
    long last = from - 1L;
    FrameInfo info = log.next();
    while (info != null && killedFor == null) {
      PixelLayout layout = info.layout();
      if (layout == null) {
        kill(Reason.FAILED);
        break;
      }
      if ((long) info.width() * info.height() > limits.framePixels()) {
        kill(Reason.TOO_LARGE);
        break;
      }
      RawFrame frame = read(out, info, layout);
      if (frame == null) {
        break;
      }
      // Drops a second picture of the same frame, such as a second field.
      if (info.index() > last && info.index() < limits.frames()) {
        last = info.index();
        came.add((int) last);
        sink.accept((int) last, frame);
      }
      info = log.next();
    }
    return came;
  }

  /** Reads a frame; null if the process ends in the middle of it. */
  private @Nullable RawFrame read(InputStream out, FrameInfo info, PixelLayout layout)
      throws IOException {
    var planes = new ArrayList<Plane>();
    for (int i = 0; i < layout.planes(); i++) {
      int width = layout.width(i, info.width());
      int height = layout.height(i, info.height());
      byte[] samples = new byte[width * height];
      if (out.readNBytes(samples, 0, samples.length) < samples.length) {
        return null;
      }
      planes.add(new Plane(samples, width, height));
    }
    Color coded = info.color();
    return new RawFrame(
        layout,
        planes,
        info.coded(),
        new Color(coded.primaries(), coded.transfer(), coded.matrix(), fullRange));
  }

  /**
   * Waits for the end of the process. Returns what ended it early, null if it did its work.
   *
   * @param productive whether a frame came out
   * @throws EngineFault if something outside ended it
   */
  @Nullable Ending ending(boolean productive) throws InterruptedException {
    // A process that writes more than it announced ends by a broken pipe instead of waiting.
    closeQuietly(process.getInputStream());
    if (!process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
      kill(Reason.TOOK_TOO_LONG);
      process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
    Reason reason = killedFor;
    if (reason != null) {
      return new Ending(reason, -1, log.tail());
    }
    int exit = process.exitValue();
    Reason why = exit > SIGNALLED ? signalled(exit - SIGNALLED) : explained(exit, productive);
    return why == null ? null : new Ending(why, exit, log.tail());
  }

  /**
   * Explains an exit by what the process complained about. One that ends well may have passed over
   * frames, which matters if it had no memory for them, or if none came out.
   */
  private @Nullable Reason explained(int exit, boolean productive) throws InterruptedException {
    Complaint complaint = log.complaint();
    if (complaint == Complaint.NO_RESOURCES) {
      throw new EngineFault("the system has no room for the engine: " + log.tail());
    }
    boolean weighty = complaint == Complaint.NO_MEMORY || exit != 0;
    if (complaint != null && (weighty || (!productive && complaint != Complaint.DAMAGED))) {
      return complaint.reason();
    }
    return exit == 0 ? null : Reason.FAILED;
  }

  /**
   * Interprets a signal. The kernel ends a process that used up its CPU seconds by SIGXCPU (24) or
   * SIGKILL (9), but also sends SIGKILL when memory runs out, usually before that time.
   */
  private Reason signalled(int signal) throws InterruptedException {
    double seconds = (System.nanoTime() - started) / 1e9;
    boolean usedUp = seconds * Runtime.getRuntime().availableProcessors() >= limits.cpuSeconds();
    if (signal == CPU_LIMIT || (signal == KILL && usedUp)) {
      return Reason.TOO_MUCH_CPU;
    }
    if (FROM_OUTSIDE.contains(signal)) {
      throw new EngineFault("signal " + signal + " ended the engine: " + log.tail());
    }
    return Reason.CRASHED;
  }

  /**
   * Why a process ended early.
   *
   * @param exit its exit code; -1 if it was killed from here
   * @param detail its last messages
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
      // The other end of the pipe is gone.
    }
  }
}
