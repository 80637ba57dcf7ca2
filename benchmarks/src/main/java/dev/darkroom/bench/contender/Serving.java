package dev.darkroom.bench.contender;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers the driver's requests in a Java contender's process. */
public final class Serving {
  private Serving() {}

  /** Makes a contender's renditions of a picture. */
  @FunctionalInterface
  public interface Work {
    /** Makes all outputs and returns their total size in bytes. */
    long process(byte[] picture) throws Exception;
  }

  /**
   * Answers until the input ends. CPU time is that of the whole process, JIT compiler and GC
   * included.
   */
  public static void serve(Work work) throws Exception {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      byte[] picture = read(line);
      long cpu = os.getProcessCpuTime();
      long wall = System.nanoTime();
      long bytes = work.process(picture);
      long cpuMicros = (os.getProcessCpuTime() - cpu) / 1000;
      long wallMicros = (System.nanoTime() - wall) / 1000;
      System.out.println(cpuMicros + " " + wallMicros + " " + bytes);
    }
  }

  private static byte[] read(String path) throws IOException {
    return Files.readAllBytes(Path.of(path));
  }
}
