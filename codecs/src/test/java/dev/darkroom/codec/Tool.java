package dev.darkroom.codec;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program of the system that makes test files. Tests are skipped without it. */
public final class Tool {
  private final String program;

  private Tool(String program) {
    this.program = program;
  }

  public static Tool needed(String name) {
    Path found =
        Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    assumeTrue(found != null, name + " is not installed");
    return new Tool(String.valueOf(found));
  }

  /** Runs the program and returns its standard output. */
  public byte[] run(String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(program);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    byte[] output;
    try (InputStream in = process.getInputStream()) {
      output = in.readAllBytes();
    }
    if (process.waitFor() != 0) {
      throw new IOException(command + " ended with " + process.exitValue());
    }
    return output;
  }
}
