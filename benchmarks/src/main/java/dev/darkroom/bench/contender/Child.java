package dev.darkroom.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Measures a program that runs once and ends.
 *
 * @param cpu user and system time
 * @param peakMemory peak resident memory in bytes, sampled every few milliseconds
 * @param errors what it wrote to its standard error
 */
public record Child(Duration cpu, long peakMemory, String errors) {
  /** Milliseconds per clock tick of proc(5); a second has 100 ticks on every Linux. */
  private static final int MILLIS_PER_TICK = 10;

  private static final int FIELD_CHILDREN_USER = 13;
  private static final int FIELD_CHILDREN_SYSTEM = 14;
  private static final int LOOK_EVERY_MILLIS = 5;

  /**
   * Waits for the program to end. Only one may run at a time, because the system sums the CPU time
   * of all children.
   *
   * @throws IOException if the program fails; the message has its standard error
   */
  public static Child run(List<String> command) throws IOException, InterruptedException {
    Duration before = childrenTime();
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    var errors = new StringBuilder();
    Thread reader = Thread.ofVirtual().start(() -> drain(process, errors));
    long peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakMemory(process.pid()));
      Thread.sleep(LOOK_EVERY_MILLIS);
    }
    int status = process.waitFor();
    reader.join();
    if (status != 0) {
      throw new IOException(command.getFirst() + " ended with " + status + ": " + errors);
    }
    return new Child(childrenTime().minus(before), peak, errors.toString());
  }

  private static void drain(Process process, StringBuilder errors) {
    try (var lines = process.errorReader()) {
      lines.lines().forEach(line -> errors.append(line).append('\n'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads VmHWM of proc(5); returns 0 if the process has ended. */
  static long peakMemory(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Reads the CPU time of all children that have ended (proc(5), /proc/pid/stat). */
  private static Duration childrenTime() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Duration.ofMillis(
        MILLIS_PER_TICK
            * (Long.parseLong(fields[FIELD_CHILDREN_USER])
                + Long.parseLong(fields[FIELD_CHILDREN_SYSTEM])));
  }
}
