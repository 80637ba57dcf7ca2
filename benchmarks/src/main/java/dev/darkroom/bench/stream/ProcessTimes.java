package dev.darkroom.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * CPU times of processes (proc(5), /proc/pid/stat).
 *
 * @param byPid user and system time of each process and of its children that have ended
 */
record ProcessTimes(Map<Long, Duration> byPid) {
  /** Milliseconds per clock tick; a second has 100 ticks on every Linux. */
  private static final int MILLIS_PER_TICK = 10;

  /** Positions after the name of utime, stime, cutime and cstime, which follow each other. */
  private static final int FIRST_FIELD = 11;

  private static final int FIELDS = 4;

  static ProcessTimes withChildren(List<Long> pids) throws IOException {
    var times = new TreeMap<Long, Duration>();
    for (long pid : pids) {
      times.put(pid, read(pid));
    }
    return new ProcessTimes(times);
  }

  private static Duration read(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Duration.ofMillis(
        IntStream.range(FIRST_FIELD, FIRST_FIELD + FIELDS)
            .mapToLong(field -> Long.parseLong(fields[field]))
            .map(ticks -> ticks * MILLIS_PER_TICK)
            .sum());
  }

  /**
   * Returns the time that all processes took since an earlier reading.
   *
   * @throws IOException if a process has ended since, because its time is lost
   */
  Duration since(ProcessTimes before) throws IOException {
    if (!byPid.keySet().containsAll(before.byPid.keySet())) {
      throw new IOException("a process ended while it was measured: run the benchmark again");
    }
    return byPid.entrySet().stream()
        .map(it -> it.getValue().minus(before.byPid.getOrDefault(it.getKey(), Duration.ZERO)))
        .reduce(Duration.ZERO, Duration::plus);
  }
}
