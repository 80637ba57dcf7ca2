package dev.darkroom.engine.ffmpeg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the engine of this machine; tests that need one are skipped if there is none. */
public final class RealEngine {
  private static final KeyframeEngine NONE =
      new KeyframeEngine(new EngineProgram(Path.of("/nowhere/ffmpeg"), null));

  private static final KeyframeEngine FOUND =
      EngineFinder.find(configured(), System.getenv("PATH")).orElse(NONE);

  private RealEngine() {}

  /** Returns the engine that the variable KEYFRAME_ENGINE names, if any. */
  private static @Nullable Path configured() {
    String engine = System.getenv("KEYFRAME_ENGINE");
    return engine == null ? null : Path.of(engine);
  }

  public static KeyframeEngine needed(FrameCodec codec) {
    assumeTrue(
        FOUND.selfTest().decodes(codec), () -> "no engine: " + FOUND.selfTest().describe(codec));
    return FOUND;
  }
}
