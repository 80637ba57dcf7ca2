package dev.darkroom.bench.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program that ran once.
 *
 * @param cpu user and system time
 * @param peakMemory resident, in bytes, as looked at every few milliseconds
 * @param errors what it wrote to its standard error
 */
public record Child(Duration cpu, long peakMemory, String errors) {
  /** Clock ticks of proc(5) are hundredths of a second on every Linux. */
  private static final int MILLIS_PER_TICK = 10;

  private static final int FIELD_CHILDREN_USER = 13;
  private static final int FIELD_CHILDREN_SYSTEM = 14;
  private static final int LOOK_EVERY_MILLIS = 5;

  /**
   * Waits for its end. One at a time: the system counts the time of all children together.
   *
   * @throws IOException if it fails, with its words
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

  /** VmHWM of proc(5); 0 of a process that has ended meanwhile. */
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

  /** Of the children that have ended (proc(5), /proc/pid/stat). */
  private static Duration childrenTime() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Duration.ofMillis(
        MILLIS_PER_TICK
            * (Long.parseLong(fields[FIELD_CHILDREN_USER])
                + Long.parseLong(fields[FIELD_CHILDREN_SYSTEM])));
  }
}
