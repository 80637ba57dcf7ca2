package dev.darkroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.darkroom.local.disk.DurableFile;
import dev.darkroom.local.disk.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that holds all state of a local Darkroom, used by one process at a time. */
final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FolderLock lock;

  private DataFolder(Path root, FolderLock lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Creates the folder if it is missing, and takes possession of it.
   *
   * @return empty if another process has it
   */
  static Optional<DataFolder> take(Path root) throws IOException {
    var lock = FolderLock.take(root);
    if (lock.isEmpty()) {
      return Optional.empty();
    }
    var taken = new DataFolder(root.toRealPath(), lock.get());
    // A killed process leaves this file with addresses that nobody listens on any more.
    Files.deleteIfExists(taken.environment());
    taken.write("pid", ProcessHandle.current().pid() + "\n");
    return Optional.of(taken);
  }

  Path root() {
    return root;
  }

  /** Folder for the state of one service. */
  Path of(String service) {
    return root.resolve(service);
  }

  Path mail() {
    return root.resolve("mail");
  }

  /** File with the alarms that are raised. */
  Path alarms() {
    return root.resolve("alarms");
  }

  private Path environment() {
    return root.resolve("env");
  }

  /** Tells other programs where everything is. The file appears with all of its content. */
  void publish(EnvironmentFile environment) throws IOException {
    write("env", environment.text());
  }

  private void write(String name, String text) throws IOException {
    DurableFile.write(root.resolve(name), text.getBytes(UTF_8));
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      Files.deleteIfExists(environment());
      Files.deleteIfExists(root.resolve("pid"));
    }
  }
}
