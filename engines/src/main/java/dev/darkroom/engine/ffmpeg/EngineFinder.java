package dev.darkroom.engine.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds an installed keyframe engine. */
public final class EngineFinder {
  /** Place of a layer's program in AWS Lambda. */
  private static final Path LAYER = Path.of("/opt/bin/ffmpeg");

  private EngineFinder() {}

  /**
   * Returns the configured engine, otherwise {@code ffmpeg} on the search path, otherwise a
   * layer's. Whether it works is found out by {@link KeyframeEngine#selfTest()}.
   *
   * @param configured a program, or the folder that holds one with its libraries; if given, no
   *     other place is searched
   * @param searchPath folders as in the variable PATH
   */
  public static Optional<KeyframeEngine> find(
      @Nullable Path configured, @Nullable String searchPath) {
    Stream<EngineProgram> candidates =
        configured != null
            ? Stream.of(EngineProgram.in(configured), new EngineProgram(configured, null))
            : Stream.concat(
                Stream.of((searchPath == null ? "" : searchPath).split(":"))
                    .filter(folder -> !folder.isEmpty())
                    .map(folder -> new EngineProgram(Path.of(folder, "ffmpeg"), null)),
                Stream.of(new EngineProgram(LAYER, null)));
    return candidates
        .filter(program -> isProgram(program.executable()))
        .findFirst()
        .map(KeyframeEngine::new);
  }

  private static boolean isProgram(Path path) {
    return Files.isRegularFile(path) && Files.isExecutable(path);
  }
}
