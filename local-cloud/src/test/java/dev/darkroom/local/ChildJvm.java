package dev.darkroom.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another JVM on this class path, to be killed as {@code kill -9} does. */
public final class ChildJvm implements AutoCloseable {
  /** Small, so that a child that keeps an upload in memory fails. */
  private static final String HEAP = "128m";

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  public static ChildJvm run(Class<?> main, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + HEAP, "-cp", System.getProperty("java.class.path")));
    var logging = System.getProperty("java.util.logging.config.file");
    if (logging != null) {
      command.add("-Djava.util.logging.config.file=" + logging);
    }
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Waits for the next line the child prints. */
  public String line() throws IOException {
    var line = output.readLine();
    if (line == null) {
      throw new AssertionError("The child ended without another line");
    }
    return line;
  }

  /** Kills the child and returns what it had printed and nobody had read. */
  public List<String> kill() throws InterruptedException {
    // Not process.destroyForcibly(): that closes the pipe and what is still in it is lost.
    process.toHandle().destroyForcibly();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The child survived its kill");
    }
    return output.lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
