package dev.darkroom.engine.ffmpeg;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An ffmpeg, 5.1 or later, on this machine.
 *
 * @param libraries the folder with the shared libraries that it brings; absent where it finds its
 *     own
 */
public record EngineProgram(Path executable, @Nullable Path libraries) {
  private static final String NAME = "ffmpeg";

  /** The program in a folder that holds its shared libraries too; it need not exist. */
  public static EngineProgram in(Path folder) {
    return new EngineProgram(folder.resolve(NAME), folder);
  }
}
