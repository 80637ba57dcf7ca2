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
 * @param folder folder, named by a hash of the content
 */
record DeploymentPackage(Path folder) {

  /** Name of the file that makes a package a custom runtime ("Building a custom runtime"). */
  static final String BOOTSTRAP = "bootstrap";

  /** The package's files, which Lambda has in {@code /var/task}. */
  Path taskRoot() {
    return folder.resolve("task");
  }

  /**
   * A jar with the task root's files outside {@code lib}. A JVM with a folder on its class path
   * uses no AOT cache.
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

  /** The class path in Lambda's order: classes, then the jars by name. */
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
