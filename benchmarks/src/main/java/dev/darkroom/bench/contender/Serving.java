package dev.darkroom.bench.contender;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** Answers the driver's requests in a Java contender's process. */
public final class Serving {
  private Serving() {}

  /** The measured work on a picture. */
  @FunctionalInterface
  public interface Work<T> {
    /** Makes all outputs, and returns the sum of their sizes in bytes. */
    long process(T picture) throws Exception;
  }

  /** Answers with the cost of the work on each file until the input ends. */
  public static void serve(Work<byte[]> work) throws Exception {
    serve(Function.identity(), work);
  }

  /**
   * Answers with the cost of the work on each file until the input ends. CPU time is the whole
   * process's, with its compiler and garbage collector.
   *
   * @param read makes the work's input from a file, and is not measured
   */
  public static <T> void serve(Function<byte[], T> read, Work<T> work) throws Exception {
    var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      T picture = read.apply(bytes(line));
      long cpu = os.getProcessCpuTime();
      long wall = System.nanoTime();
      long bytes = work.process(picture);
      long cpuMicros = (os.getProcessCpuTime() - cpu) / 1000;
      long wallMicros = (System.nanoTime() - wall) / 1000;
      System.out.println(cpuMicros + " " + wallMicros + " " + bytes);
    }
  }

  private static byte[] bytes(String path) throws IOException {
    return Files.readAllBytes(Path.of(path));
  }
}
