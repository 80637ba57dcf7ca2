package dev.darkroom.engine.ffmpeg;

import java.util.List;

/** The outcome of decoding. Trying again on the same machine would not change it. */
public sealed interface EngineResult {

  /**
   * The engine took all frames.
   *
   * @param frames number of frames given to the sink
   * @param missing indices of frames that could not be decoded
   */
  record Finished(int frames, List<Integer> missing) implements EngineResult {
    public Finished {
      missing = List.copyOf(missing);
    }
  }

  /**
   * The engine stopped early; frames given to the sink until then are valid.
   *
   * @param frames number of frames given to the sink
   * @param detail the engine's last messages, for logs
   */
  record Stopped(Reason reason, int frames, String detail) implements EngineResult {}

  /**
   * No engine decodes this codec, or the engine does not start.
   *
   * @param why reason, for logs
   */
  record Absent(String why) implements EngineResult {}

  /** Why an engine stopped. */
  enum Reason {
    /** It reached {@link EngineLimits#time()}. */
    TOOK_TOO_LONG,
    /** It reached {@link EngineLimits#cpuSeconds()}. */
    TOO_MUCH_CPU,
    /** It reached {@link EngineLimits#addressSpace()}. */
    OUT_OF_MEMORY,
    /** There were more frames, bytes or pixels than allowed. */
    TOO_LARGE,
    /** It says that it lacks a feature that the frames need. */
    UNSUPPORTED,
    /** It says that the frames are damaged, or complains without end. */
    DAMAGED,
    /** A fault of its own ended it. */
    CRASHED,
    /** It ended with an error that it does not explain, or its output was not as expected. */
    FAILED
  }
}
