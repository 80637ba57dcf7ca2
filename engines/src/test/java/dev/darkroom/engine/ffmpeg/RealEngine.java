package dev.darkroom.engine.ffmpeg;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the engine of this machine; tests that need one are skipped if there is none. */
public final class RealEngine {
  private static final KeyframeEngine NONE =
      new KeyframeEngine(new EngineProgram(Path.of("/nowhere/ffmpeg"), null));

  private static final Optional<KeyframeEngine> INSTALLED =
      EngineFinder.find(configured(), System.getenv("PATH"));

  private static final KeyframeEngine FOUND = INSTALLED.orElse(NONE);

  private RealEngine() {}

  /** Returns the engine that the variable KEYFRAME_ENGINE names, if any. */
  private static @Nullable Path configured() {
    String engine = System.getenv("KEYFRAME_ENGINE");
    return engine == null ? null : Path.of(engine);
  }

  /** Returns the program, whatever it can decode. */
  public static Optional<EngineProgram> program() {
    return INSTALLED.map(KeyframeEngine::program);
  }

  public static KeyframeEngine needed(FrameCodec codec) {
    assumeTrue(
        FOUND.selfTest().decodes(codec), () -> "no engine: " + FOUND.selfTest().describe(codec));
    return FOUND;
  }
}
