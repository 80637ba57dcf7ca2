package dev.darkroom.engine.ffmpeg;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;

/** The outcome of a {@link PipeEngine}'s run. Trying again would not change it. */
public sealed interface PipeResult {
  /**
   * The engine did its work, perhaps without reading all of its input.
   *
   * @param bytes number of bytes that came out
   * @param detail the engine's last messages, for logs
   */
  record Finished(long bytes, String detail) implements PipeResult {}

  /**
   * The engine stopped early; what came out until then is incomplete.
   *
   * @param detail the engine's last messages, for logs
   */
  record Stopped(Reason reason, String detail) implements PipeResult {}

  /**
   * The engine does not start.
   *
   * @param why reason, for logs
   */
  record Absent(String why) implements PipeResult {}
}
