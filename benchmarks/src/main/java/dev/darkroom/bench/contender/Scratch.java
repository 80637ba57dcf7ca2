package dev.darkroom.bench.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A temporary folder that is deleted when the benchmark ends. */
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
