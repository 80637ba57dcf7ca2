package dev.darkroom.it;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A shell that stays open, so that a command sees the variables of those before it. */
final class Shell implements AutoCloseable {
  private static final String END = "--- ended with ";

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;

  record Answer(int exitCode, String output) {}

  /**
   * @param folder where commands run
   * @param errors the file that takes what they print on standard error, such as curl's progress
   */
  Shell(Path folder, Path errors) throws IOException {
    this.process =
        new ProcessBuilder("sh").directory(folder.toFile()).redirectError(errors.toFile()).start();
    this.in = process.outputWriter();
    this.out = process.inputReader();
  }

  /** Runs a command; its exit code and what it prints come back. */
  Answer run(String command) throws IOException {
    // Without input of its own it would read the commands that follow.
    in.write("{ " + command + "\n} </dev/null; printf '\\n" + END + "%s\\n' $?\n");
    in.flush();
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(END)) {
        return new Answer(
            Integer.parseInt(line.substring(END.length())), String.join("\n", lines).strip());
      }
      lines.add(line);
    }
    throw new IOException("the shell ended after " + command + ": " + lines);
  }

  @Override
  public void close() throws IOException {
    in.close();
    process.destroy();
  }
}
