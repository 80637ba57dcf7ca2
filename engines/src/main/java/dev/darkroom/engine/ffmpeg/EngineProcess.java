package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An ffmpeg process from start to end, with a thread each for its input, log and deadline. */
final class EngineProcess implements AutoCloseable {
  /** Exit codes of a shell that cannot run a program, or a loader that lacks libraries. */
  private static final Set<Integer> NOT_RUN = Set.of(126, 127);

  private static final int SIGNALLED = 128;
  private static final int KILL = 9;
  private static final int CPU_LIMIT = 24;

  /** Signals that come from outside: hangup, interrupt, quit, kill and termination. */
  private static final Set<Integer> FROM_OUTSIDE = Set.of(1, 2, 3, KILL, 15);

  /** Longest time that a killed process may take to end. */
  private static final long GRACE_MILLIS = 5_000;

  private final Process process;
  private final ProcessLimits limits;
  private final long deadline;
  private final long started = System.nanoTime();
  private final EngineLog log;
  private final EngineOutput output;
  private final Thread clock;
  private volatile @Nullable Reason killedFor;

  private EngineProcess(Process process, ProcessLimits limits, long deadline, LogReader reader) {
    this.process = process;
    this.limits = limits;
    this.deadline = deadline;
    log = new EngineLog(process.getErrorStream(), reader, () -> kill(Reason.DAMAGED));
    output =
        new EngineOutput(
            process.getInputStream(), limits.outputBytes(), () -> kill(Reason.TOO_LARGE));
    clock = Thread.ofVirtual().name("engine-clock").start(this::watch);
  }

  /**
   * Starts a process.
   *
   * @param deadline by {@link System#nanoTime()}
   * @throws NoEngine if there is no program to start
   * @throws EngineFault if it does not start now
   */
  static EngineProcess start(
      EngineProgram program,
      List<String> arguments,
      ProcessLimits limits,
      long deadline,
      LogReader reader)
      throws NoEngine {
    try {
      Process process = EngineCommand.of(program, arguments, limits).start();
      return new EngineProcess(process, limits, deadline, reader);
    } catch (IOException e) {
      if (Files.isExecutable(program.executable())) {
        throw new EngineFault("the engine cannot be started", e);
      }
      throw new NoEngine(String.valueOf(e.getMessage()));
    }
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

  boolean wasKilled() {
    return killedFor != null;
  }

  /** Starts writing into the process. */
  EngineFeed feed(InputWriter input) {
    return new EngineFeed(process.getOutputStream(), input, limits.inputBytes(), this::kill);
  }

  EngineOutput output() {
    return output;
  }

  /**
   * Waits for the end of the process.
   *
   * @param productive whether anything came out
   * @throws NoEngine if there was no program to run
   * @throws EngineFault if something outside ended it
   */
  Ending ending(boolean productive) throws InterruptedException, NoEngine {
    // A process that writes more than is read ends by a broken pipe instead of waiting.
    closeQuietly(output);
    if (!process.waitFor(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
      kill(Reason.TOOK_TOO_LONG);
      process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
    Reason reason = killedFor;
    if (reason != null) {
      return new Ending(reason, -1, log.tail());
    }
    int exit = process.exitValue();
    if (NOT_RUN.contains(exit)) {
      throw new NoEngine(log.tail());
    }
    Reason why = exit > SIGNALLED ? signalled(exit - SIGNALLED) : explained(exit, productive);
    return new Ending(why, exit, log.tail());
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
   * How a process ended.
   *
   * @param reason why it ended early; null if it did its work
   * @param exit its exit code; -1 if it was killed from here
   * @param detail its last messages
   */
  record Ending(@Nullable Reason reason, int exit, String detail) {}

  @Override
  public void close() {
    clock.interrupt();
    kill(Reason.FAILED);
    closeQuietly(process.getOutputStream());
    closeQuietly(output);
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
