package dev.darkroom.bench.contender;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that makes renditions. It reads a file's path per line and answers with a line of three
 * numbers: CPU time and wall-clock time in microseconds, and bytes of output. It ends when its
 * input ends.
 */
public final class Contender implements AutoCloseable {
  /** Long enough for a JVM that writes its ahead-of-time cache when it ends. */
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  private Contender(Process process) {
    this.process = process;
    this.in = process.outputWriter();
    this.out = process.inputReader();
  }

  public static Contender start(List<String> command, Path folder) throws IOException {
    var builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new Contender(builder.start());
  }

  public Measurement run(Path picture) throws IOException {
    in.write(picture.toString());
    in.newLine();
    in.flush();
    String answer = out.readLine();
    if (answer == null) {
      throw new EOFException("a contender ended at " + picture.getFileName());
    }
    String[] numbers = answer.split(" ", -1);
    return new Measurement(micros(numbers[0]), micros(numbers[1]), Long.parseLong(numbers[2]));
  }

  private static Duration micros(String number) {
    return Duration.ofNanos(1000 * Long.parseLong(number));
  }

  /** Peak resident memory, in bytes. */
  public long peakMemory() {
    return Child.peakMemory(process.pid());
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() throws IOException {
    in.close();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
