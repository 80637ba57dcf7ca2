package dev.darkroom.engine.ffmpeg;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An installed ffmpeg, 5.1 or later.
 *
 * @param libraries folder with the shared libraries that it brings; null if it finds its own
 */
public record EngineProgram(Path executable, @Nullable Path libraries) {
  private static final String NAME = "ffmpeg";

  /** Names the program in a folder that also holds its shared libraries; it need not exist. */
  public static EngineProgram in(Path folder) {
    return new EngineProgram(folder.resolve(NAME), folder);
  }
}
