package dev.darkroom.codec.keyframe;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The engine of this machine; tests that need one skip where none answers. */
public final class RealEngine {
  private static final KeyframeEngine NONE =
      new KeyframeEngine(new EngineProgram(java.nio.file.Path.of("/nowhere/ffmpeg"), null));

  private static final KeyframeEngine FOUND =
      Engines.find(null, System.getenv("PATH")).orElse(NONE);

  private RealEngine() {}

  public static KeyframeEngine needed(FrameCodec codec) {
    assumeTrue(
        FOUND.selfTest().decodes(codec), () -> "no engine: " + FOUND.selfTest().describe(codec));
    return FOUND;
  }
}
