package dev.darkroom.engine.stream;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.engine.ffmpeg.EngineProgram;
import dev.darkroom.engine.ffmpeg.ProcessLimits;
import dev.darkroom.engine.ffmpeg.RealEngine;
import java.nio.file.Path;
import java.time.Duration;

/** Finds the engine of this machine; tests that need one are skipped if it codes no streams. */
final class RealCoder {
  static final ProcessLimits LIMITS =
      new ProcessLimits(Duration.ofMinutes(2), 200, 4L << 30, 1L << 30, 1L << 28);

  private static final StreamCoder FOUND = new StreamCoder(program(), EncoderSettings.DEFAULT);

  private RealCoder() {}

  static EngineProgram program() {
    return RealEngine.program().orElse(new EngineProgram(Path.of("/nowhere/ffmpeg"), null));
  }

  static StreamCoder needed() throws InterruptedException {
    String missing = FOUND.missing();
    assumeTrue(missing == null, () -> "no encoder: " + missing);
    return FOUND;
  }
}
