package dev.darkroom.engine.ffmpeg;

/** Takes lines of a process's log that mean more than a message. */
@FunctionalInterface
interface LogReader {
  /** Takes a line. Returns whether it is no message. */
  boolean take(String line);

  /** Called after the last line. */
  default void end() {}
}
