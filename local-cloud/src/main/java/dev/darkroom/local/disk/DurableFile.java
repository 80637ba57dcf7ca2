package dev.darkroom.local.disk;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes files that hold either their old content or their new one, even if the process or the
 * machine dies while writing.
 */
public final class DurableFile {

  private DurableFile() {}

  /** Replaces a file. When this returns, the new content is on disk. */
  public static void write(Path file, byte[] content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".tmp");
    try (FileChannel channel = FileChannel.open(unfinished, CREATE, WRITE, TRUNCATE_EXISTING)) {
      writeFully(channel, content);
      channel.force(true);
    }
    Files.move(unfinished, file, ATOMIC_MOVE, REPLACE_EXISTING);
    if (folder != null) {
      syncFolder(folder);
    }
  }

  /** Writes all of the content at the channel's position. */
  public static void writeFully(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(content);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  /**
   * Makes a rename durable, which needs its folder on disk. Windows cannot open folders, and orders
   * renames by itself.
   */
  private static void syncFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }
}
