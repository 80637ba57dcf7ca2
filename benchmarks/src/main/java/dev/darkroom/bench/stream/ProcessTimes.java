package dev.darkroom.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/** CPU times of processes (proc(5), /proc/pid/stat). */
final class ProcessTimes {
  /** Milliseconds per clock tick; a second has 100 ticks on every Linux. */
  private static final int MILLIS_PER_TICK = 10;

  /** Positions after the name of utime, stime, cutime and cstime, which follow each other. */
  private static final int FIRST_FIELD = 11;

  private static final int FIELDS = 4;

  private ProcessTimes() {}

  /** User and system time of a process and of its children that have ended. */
  static Duration withChildren(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Duration.ofMillis(
        IntStream.range(FIRST_FIELD, FIRST_FIELD + FIELDS)
            .mapToLong(field -> Long.parseLong(fields[field]))
            .map(ticks -> ticks * MILLIS_PER_TICK)
            .sum());
  }
}
