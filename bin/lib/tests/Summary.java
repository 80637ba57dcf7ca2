import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Prints modules as they end, and the sum at the end. */
final class Summary {
  private static final int MESSAGE_LINES = 30;
  private static final int FRAMES = 8;

  private final Instant start;
  private final PrintStream out;
  private final Set<String> modules = new LinkedHashSet<>();
  private int passed;
  private int failed;
  private int skipped;
  private final Set<String> failedModules = new LinkedHashSet<>();

  /** @param start when the tests were started: older reports are not theirs */
  Summary(Instant start, PrintStream out) {
    this.start = start;
    this.out = out;
  }

  /** Prints what came of a module that has ended; its time may be null, which is unknown. */
  void module(String name, Duration time) {
    Report report = Report.read(Path.of(name), start);
    modules.add(name);
    passed += report.passed();
    failed += report.failed().size();
    skipped += report.skipped().size();
    out.printf("%-18s %7s  %s%n", name, text(time), counts(report));
    skips(report);
    report.failed().forEach(this::failure);
    if (!report.failed().isEmpty()) {
      failedModules.add(name);
    }
  }

  private static String counts(Report report) {
    if (report.isEmpty()) {
      return "no tests";
    }
    var counts = new StringBuilder(report.passed() + " passed");
    if (!report.failed().isEmpty()) {
      counts.append(", ").append(report.failed().size()).append(" failed");
    }
    if (!report.skipped().isEmpty()) {
      counts.append(", ").append(report.skipped().size()).append(" skipped");
    }
    return counts.toString();
  }

  /** Tests that were skipped for the same reason share a line. */
  private void skips(Report report) {
    var byReason = new TreeMap<String, TreeSet<String>>();
    var counts = new TreeMap<String, Integer>();
    for (Report.Problem skip : report.skipped()) {
      String reason = skip.text().isBlank() ? "no reason given" : skip.text().strip();
      byReason.computeIfAbsent(reason, _ -> new TreeSet<>()).add(skip.simpleType());
      counts.merge(reason, 1, Integer::sum);
    }
    byReason.forEach(
        (reason, types) ->
            out.printf(
                "    %d skipped: %s (%s)%n",
                counts.get(reason), reason, String.join(", ", types)));
  }

  private void failure(Report.Problem problem) {
    out.printf("    FAILED %s.%s%n", problem.type(), problem.test());
    List<String> lines = problem.text().lines().toList();
    lines.stream().takeWhile(line -> !isFrame(line)).limit(MESSAGE_LINES).forEach(this::detail);
    List<String> trace = lines.stream().dropWhile(line -> !isFrame(line)).toList();
    trace.stream().filter(Summary::tells).limit(FRAMES).forEach(this::detail);
    Stream.of(problem.type() + "-output.txt", "TEST-" + problem.type() + ".xml")
        .map(problem.folder()::resolve)
        .filter(Files::exists)
        .forEach(file -> detail("see " + file));
  }

  private static boolean isFrame(String line) {
    return line.startsWith("\tat ");
  }

  /** Keeps a stack trace's causes and the project's own frames. */
  private static boolean tells(String line) {
    return line.startsWith("\tat dev.darkroom.") || line.startsWith("Caused by: ");
  }

  private void detail(String line) {
    out.println("      " + line.strip());
  }

  /** Prints what is no test's result, and the line of counts. */
  void end(int exitCode, BuildErrors errors, Path log) {
    untold().forEach(name -> module(name, null));
    for (Map.Entry<String, List<String>> error : errors.byModule().entrySet()) {
      if (!failedModules.contains(error.getKey())) {
        broken(error.getKey(), error.getValue());
      }
    }
    if (exitCode != 0 && failed == 0) {
      broken("Maven ended with " + exitCode, errors.others());
    }
    if (!errors.notBuilt().isEmpty()) {
      out.println("Not built, as they need what failed: " + String.join(", ", errors.notBuilt()));
    }
    out.println("All of Maven's output is in " + log);
    out.printf("%d passed, %d failed, %d skipped%n", passed, failed, skipped);
  }

  /** Counts as a failure, so that no sum without failures stands above a run that failed. */
  private void broken(String what, List<String> lines) {
    failed++;
    out.println("FAILED " + what);
    lines.forEach(this::detail);
  }

  /** Modules with reports of this run that Maven's output did not tell of. */
  private List<String> untold() {
    try (Stream<Path> folders = Files.list(Path.of(""))) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pom.xml")))
          .map(Path::toString)
          .filter(name -> !modules.contains(name))
          .filter(name -> !Report.read(Path.of(name), start).isEmpty())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Duration time) {
    if (time == null) {
      return "";
    }
    return time.toMinutes() == 0
        ? time.toSeconds() + " s"
        : "%d:%02d min".formatted(time.toMinutes(), time.toSecondsPart());
  }
}
