package dev.darkroom.bench.contender;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Java contender's side of the conversation. */
public final class Serving {
  private Serving() {}

  /** What a contender does with a picture. */
  @FunctionalInterface
  public interface Work {
    /** Makes all outputs; answers how many bytes they have together. */
    long process(byte[] picture) throws Exception;
  }

  /** Answers until the input ends. CPU time is the whole process's, with its compiler and GC. */
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
