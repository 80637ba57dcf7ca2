package dev.darkroom.image.step;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads this process's resident memory from Linux's {@code /proc} (proc_pid_status(5)). */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String FIELD = "VmRSS:";
  private static final long KIB = 1024;

  private ResidentMemory() {}

  /** Returns the memory in bytes; 0 on systems that do not tell. */
  static long bytes() {
    try {
      return Files.readAllLines(STATUS, StandardCharsets.US_ASCII).stream()
          .filter(line -> line.startsWith(FIELD))
          .mapToLong(ResidentMemory::parsed)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  private static long parsed(String line) {
    return Long.parseLong(line.substring(FIELD.length()).replace("kB", "").strip()) * KIB;
  }
}
