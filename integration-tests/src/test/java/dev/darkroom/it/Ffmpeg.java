package dev.darkroom.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Runs the ffmpeg and ffprobe on the path, which make videos and are the reference for them. */
final class Ffmpeg {
  private Ffmpeg() {}

  /** Skips the test if there is no ffmpeg that has all these encoders. */
  static void assumeEncodes(String... encoders) {
    assumeTrue(installed("ffmpeg") && installed("ffprobe"), "no ffmpeg on this machine");
    List<String> known =
        text("ffmpeg", "-v error -encoders")
            .lines()
            .flatMap(line -> Arrays.stream(line.strip().split("\\s+", 3)).skip(1).limit(1))
            .toList();
    for (String encoder : encoders) {
      assumeTrue(known.contains(encoder), () -> "the installed ffmpeg has no " + encoder);
    }
  }

  private static boolean installed(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Makes a file with arguments that are separated by spaces. */
  static Path make(Path file, String arguments) {
    run("ffmpeg", "-v error -y " + arguments, file);
    return file;
  }

  /** Runs a program with arguments that are separated by spaces; what it prints comes back. */
  static String text(String program, String arguments, Object... more) {
    return new String(run(program, arguments, more), StandardCharsets.UTF_8);
  }

  /**
   * Runs a program; the bytes that it prints come back.
   *
   * @param more arguments that may contain spaces
   */
  static byte[] run(String program, String arguments, Object... more) {
    var command = new ArrayList<String>(List.of(program));
    command.addAll(List.of(arguments.split(" ")));
    Stream.of(more).map(Object::toString).forEach(command::add);
    try {
      Path errors = Files.createTempFile(program, ".log");
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      String said = Files.readString(errors, StandardCharsets.ISO_8859_1);
      Files.delete(errors);
      if (status != 0) {
        throw new AssertionError(String.join(" ", command) + ":\n" + said);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
