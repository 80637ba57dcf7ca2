package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs ffmpeg in its sandbox with bytes in and bytes out. Thread-safe, because each run is a
 * process of its own.
 */
public final class PipeEngine {
  private static final int BUFFER = 1 << 16;

  private final EngineProgram program;

  public PipeEngine(EngineProgram program) {
    this.program = program;
  }

  public EngineProgram program() {
    return program;
  }

  /**
   * Runs a process from start to end. No process is left when this returns or throws.
   *
   * @param arguments of ffmpeg, from the options of its only input, {@code -i pipe:0}, to the
   *     output {@code pipe:1}
   * @param input called on another thread until it ends, throws, or the engine stops
   * @param output written to on this thread and not closed
   * @throws IOException if the input or the output throws it
   * @throws EngineFault if the engine cannot work now, for a reason that may pass
   */
  public PipeResult run(
      List<String> arguments, ProcessLimits limits, InputWriter input, OutputStream output)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limits.time().toNanos();
    var command = new ArrayList<>(List.of("-v", "warning"));
    command.addAll(arguments);
    try (var process = EngineProcess.start(program, command, limits, deadline, line -> false)) {
      EngineFeed feed = process.feed(input);
      long bytes = copy(process.output(), output);
      EngineProcess.Ending ending = process.ending(bytes > 0);
      feed.end();
      if (ending.reason() != null) {
        return new PipeResult.Stopped(ending.reason(), ending.detail());
      }
      return bytes > 0
          ? new PipeResult.Finished(bytes, ending.detail())
          : new PipeResult.Stopped(Reason.DAMAGED, ending.detail());
    } catch (NoEngine e) {
      return new PipeResult.Absent(e.why());
    }
  }

  private static long copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      to.write(buffer, 0, count);
      bytes += count;
    }
    return bytes;
  }
}
