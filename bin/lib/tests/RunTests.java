import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs Maven's verify and prints what a person wants to know: a line per module, skips with their
 * reasons, failures at length. Maven's own output goes to target/test.log.
 *
 * <p>Started from the project's root as {@code java bin/lib/tests/RunTests.java}, with arguments
 * for Maven. Ends with Maven's exit code; the last line is the count of all tests.
 */
final class RunTests {
  private static final Path LOG = Path.of("target", "test.log");

  private RunTests() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Files.createDirectories(LOG.getParent());
    // Reports of earlier runs stay in target; a file's time may have whole seconds only.
    Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Process maven = new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    maven.getOutputStream().close();
    Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));

    var summary = new Summary(start, System.out);
    var progress = new Progress(summary::module);
    var errors = new BuildErrors();
    try (BufferedReader output = maven.inputReader(StandardCharsets.UTF_8);
        BufferedWriter log = Files.newBufferedWriter(LOG)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        log.write(line);
        log.newLine();
        log.flush();
        progress.read(line);
        errors.read(line);
      }
    }
    int exitCode = maven.waitFor();
    progress.end();
    summary.end(exitCode, errors, LOG);
    System.exit(exitCode);
  }

  private static List<String> command(String[] arguments) {
    var command = new ArrayList<String>(List.of("mvn", "-B", "--no-transfer-progress"));
    // Of an option that is given twice Maven takes the first.
    command.addAll(List.of(arguments));
    command.addAll(List.of("--threads", "2", "--fail-at-end"));
    // Modules that are built at the same time can be told apart by the thread.
    command.add("-Dorg.slf4j.simpleLogger.showThreadName=true");
    command.add("verify");
    return command;
  }
}
