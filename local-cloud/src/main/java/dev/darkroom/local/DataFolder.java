package dev.darkroom.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder everything is kept in, held by one process at a time. */
final class DataFolder implements AutoCloseable {
  private final Path root;
  private final FileChannel channel;

  private DataFolder(Path root, FileChannel channel) {
    this.root = root;
    this.channel = channel;
  }

  /**
   * Takes the folder; made if it does not exist. The lock goes with the process, however that ends.
   *
   * @return empty if another process has it
   */
  static Optional<DataFolder> take(Path root) throws IOException {
    var folder = Files.createDirectories(root).toRealPath();
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel).isEmpty()) {
      channel.close();
      return Optional.empty();
    }
    var taken = new DataFolder(folder, channel);
    // What the last process left there, should it have been killed, is not true any more.
    Files.deleteIfExists(taken.environment());
    taken.write("pid", ProcessHandle.current().pid() + "\n");
    return Optional.of(taken);
  }

  private static Optional<FileLock> lock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  Path root() {
    return root;
  }

  /** The state of one service. */
  Path of(String service) {
    return root.resolve(service);
  }

  Path mail() {
    return root.resolve("mail");
  }

  private Path environment() {
    return root.resolve("env");
  }

  /** Tells other programs where everything is; whoever sees the file sees all of it. */
  void publish(EnvironmentFile environment) throws IOException {
    write("env", environment.text());
  }

  private void write(String name, String text) throws IOException {
    var unfinished = Files.writeString(root.resolve(name + ".new"), text);
    Files.move(unfinished, root.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(environment());
    Files.deleteIfExists(root.resolve("pid"));
    channel.close();
  }
}
