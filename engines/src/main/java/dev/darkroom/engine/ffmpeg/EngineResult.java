package dev.darkroom.engine.ffmpeg;

import java.util.List;

/** How decoding can turn out. None of it gets better by trying again on the same machine. */
public sealed interface EngineResult {

  /**
   * All frames were looked at.
   *
   * @param frames that the sink was given
   * @param missing indices of those that could not be decoded
   */
  record Finished(int frames, List<Integer> missing) implements EngineResult {
    public Finished {
      missing = List.copyOf(missing);
    }
  }

  /**
   * The engine did not get to the end; the sink keeps what it was given until then.
   *
   * @param frames that the sink was given
   * @param detail what is known about it, for logs
   */
  record Stopped(Reason reason, int frames, String detail) implements EngineResult {}

  /**
   * There is no engine for this, or it does not start.
   *
   * @param why for logs
   */
  record Absent(String why) implements EngineResult {}

  /** Why an engine stopped. */
  enum Reason {
    /** {@link EngineLimits#time()}. */
    TOOK_TOO_LONG,
    /** {@link EngineLimits#cpuSeconds()}. */
    TOO_MUCH_CPU,
    /** {@link EngineLimits#addressSpace()}. */
    OUT_OF_MEMORY,
    /** More frames, bytes or pixels than allowed. */
    TOO_LARGE,
    /** By a signal: a fault of its own, or someone else ended it. */
    CRASHED,
    /** It ended with an error, or said or wrote what it should not. */
    FAILED
  }
}
