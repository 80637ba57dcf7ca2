package dev.darkroom.host.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An unpacked deployment package.
 *
 * @param folder named after its content
 */
record DeploymentPackage(Path folder) {

  /** The file that makes a package a custom runtime ("Building a custom runtime for Lambda"). */
  static final String BOOTSTRAP = "bootstrap";

  /** Plays {@code /var/task}. */
  Path taskRoot() {
    return folder.resolve("task");
  }

  /**
   * What lies in the task root outside {@code lib}, once more as a jar: with a folder of classes on
   * its class path a JVM would use no AOT cache.
   */
  Path classesJar() {
    return folder.resolve("classes.jar");
  }

  boolean isCustomRuntime() {
    return Files.exists(bootstrap());
  }

  Path bootstrap() {
    return taskRoot().resolve(BOOTSTRAP);
  }

  /** Classes first, then the jars by name, as Lambda orders them. */
  String classPath() throws IOException {
    Path lib = taskRoot().resolve("lib");
    if (!Files.isDirectory(lib)) {
      return classesJar().toString();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return Stream.concat(
              Stream.of(classesJar()),
              files.filter(file -> file.toString().endsWith(".jar")).sorted())
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}
