package dev.darkroom.host.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringTokenizer;

/**
 * What a process and its children have in memory, as Linux tells it in {@code /proc}
 * (proc_pid_status and proc_tid_children, section 5 of the manual). Elsewhere nothing is known, and
 * so nothing limited.
 */
final class MemoryProbe {

  private static final long BYTES_PER_KIB = 1024;

  private final Path process;

  MemoryProbe(long pid) {
    this.process = Path.of("/proc", Long.toString(pid));
  }

  /**
   * The most that the process itself ever had resident, plus what its children have now, in bytes;
   * 0 if unknown.
   */
  long peakBytes() {
    try {
      return field(process, "VmHWM:") + residentOfChildren(process);
    } catch (IOException e) {
      // The process has just ended, or this is not Linux.
      return 0;
    }
  }

  private static long residentOfChildren(Path process) throws IOException {
    long sum = 0;
    // Children are listed at the thread that started them.
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
