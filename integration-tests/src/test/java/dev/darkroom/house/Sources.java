package dev.darkroom.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's source files, found from the folder of this module. */
final class Sources {
  static final Path ROOT = Path.of("..");

  private Sources() {}

  /** The folders that Maven builds: those with a pom.xml. */
  static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().toList();
    }
  }

  /** All Java files of all modules' main code. */
  static List<Path> main() throws IOException {
    return java("src/main/java");
  }

  /** All Java files of all modules' tests. */
  static List<Path> tests() throws IOException {
    return java("src/test/java");
  }

  private static List<Path> java(String folder) throws IOException {
    Stream<Path> all = Stream.of();
    for (Path module : modules()) {
      Path root = module.resolve(folder);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          all = Stream.concat(all, files.filter(Sources::isJava).toList().stream());
        }
      }
    }
    return all.toList();
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }
}
