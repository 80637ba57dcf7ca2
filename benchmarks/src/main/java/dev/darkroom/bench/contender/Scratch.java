package dev.darkroom.bench.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for the time of a benchmark. */
public record Scratch(Path folder) implements AutoCloseable {
  public static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("darkroom-bench"));
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }
}
