package dev.darkroom.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the operator's commands on a running Darkroom, as {@code ./darkroom} does. */
record Operator(Environment environment) {
  private static final Path JAR = Path.of("../operator/target/operator.jar");

  record Ended(int status, String output) {}

  /** Runs a command to its end. */
  Ended run(String... arguments) {
    Process process = start(arguments);
    try (var output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Starts a command, for a test that ends it in the middle. */
  Process start(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment.variables());
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
