package dev.darkroom.host.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * Reads the memory of a process and its children from Linux's {@code /proc} (proc_pid_status(5) and
 * proc_tid_children(5)). On other systems it is unknown, and so not limited.
 */
final class MemoryProbe {

  private static final long BYTES_PER_KIB = 1024;

  private final Path process;

  MemoryProbe(long pid) {
    this(Path.of("/proc", Long.toString(pid)));
  }

  /**
   * @param process the process's folder
   */
  MemoryProbe(Path process) {
    this.process = process;
  }

  /**
   * Peak resident memory of the process, or what it and its children have now if that is more, in
   * bytes; 0 if unknown. A peak that is over is not added to the children's: the process may have
   * given memory back before it started them.
   */
  long peakBytes() {
    try {
      long now = field(process, "VmRSS:") + residentOfChildren(process);
      return Math.max(field(process, "VmHWM:"), now);
    } catch (IOException e) {
      // The process has just ended, or this is not Linux.
      return 0;
    }
  }

  private static long residentOfChildren(Path process) throws IOException {
    long sum = 0;
    // Linux lists children by the thread that started them.
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
      for (Path thread : threads) {
        var pids = new StringTokenizer(read(thread.resolve("children")));
        while (pids.hasMoreTokens()) {
          Path child = process.resolveSibling(pids.nextToken());
          sum += field(child, "VmRSS:") + residentOfChildren(child);
        }
      }
    }
    return sum;
  }

  private static long field(Path process, String name) throws IOException {
    String status = read(process.resolve("status"));
    int start = status.indexOf(name);
    if (start < 0) {
      return 0;
    }
    int end = status.indexOf("kB", start);
    return Long.parseLong(status.substring(start + name.length(), end).trim()) * BYTES_PER_KIB;
  }

  private static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), US_ASCII);
  }
}
