package dev.darkroom.engine.ffmpeg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for an engine where they usually are. */
public final class Engines {
  /** Where AWS Lambda puts the programs of layers. */
  private static final Path LAYER = Path.of("/opt/bin/ffmpeg");

  private Engines() {}

  /**
   * The first that there is of the configured one, {@code ffmpeg} on the path, and a layer's. One
   * that is there need not work: {@link KeyframeEngine#selfTest()} tells.
   *
   * @param configured a program, or the folder that holds one with its libraries. If given, no
   *     other is looked for
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
