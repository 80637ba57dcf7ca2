package dev.darkroom.engine.rewrap;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;

/** The outcome of rewrapping. Trying again would not change it. */
public sealed interface RewrapResult {
  /**
   * The new file is written.
   *
   * @param codec of the original's pictures, by ffmpeg's name
   * @param copied whether the pictures are the original's, bit by bit
   */
  record Rewrapped(FileType type, String codec, boolean copied) implements RewrapResult {}

  /** There is no picture in the file. */
  record NoPicture() implements RewrapResult {}

  /** The streams are encrypted. */
  record Encrypted() implements RewrapResult {}

  /**
   * Nothing came of it.
   *
   * @param detail the engine's last messages, for logs
   */
  record Stopped(Reason reason, String detail) implements RewrapResult {}

  /**
   * The engine does not start.
   *
   * @param why reason, for logs
   */
  record Absent(String why) implements RewrapResult {}
}
