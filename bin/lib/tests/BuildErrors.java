import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why Maven gave up on modules, as its summary at the end says it: a test that failed, source that
 * does not compile, a test's process that died.
 */
final class BuildErrors {
  private static final int LINES = 25;
  private static final Pattern ERROR = Pattern.compile("(?:\\[[^]]*] )?\\[?ERROR]? (.*)");
  private static final Pattern WARNING =
      Pattern.compile("(?:\\[[^]]*] )?\\[WARNING] (.*/([^/]+)/src/\\S+\\.java:\\[.*)");
  private static final Pattern GOAL =
      Pattern.compile("Failed to execute goal .* on project ([^:\\s]+): (.*)");
  private static final Pattern SKIPPED =
      Pattern.compile(".*INFO]? (?:Darkroom :: )?(\\S+) \\.* ?SKIPPED.*");

  private final Map<String, List<String>> byModule = new LinkedHashMap<>();
  private final Map<String, List<String>> warnings = new LinkedHashMap<>();
  private final List<String> others = new ArrayList<>();
  private final List<String> notBuilt = new ArrayList<>();
  private List<String> current = others;

  void read(String line) {
    Matcher skipped = SKIPPED.matcher(line);
    if (skipped.matches()) {
      notBuilt.add(skipped.group(1));
    }
    Matcher warning = WARNING.matcher(line);
    if (warning.matches()) {
      warnings.computeIfAbsent(warning.group(2), _ -> new ArrayList<>()).add(warning.group(1));
    }
    Matcher error = ERROR.matcher(line);
    if (!error.matches()) {
      return;
    }
    String text = error.group(1);
    Matcher goal = GOAL.matcher(text);
    if (goal.matches()) {
      current = byModule.computeIfAbsent(goal.group(1), _ -> new ArrayList<>());
      text = goal.group(2);
    } else if (text.startsWith("-> [Help") || text.startsWith("To see the full stack trace")) {
      current = new ArrayList<>();
    }
    if (!text.isBlank() && current.size() < LINES) {
      current.add(text);
    }
  }

  /**
   * Returns the errors' lines, by module. The compiler calls its warnings by name only where they
   * stand, and then refuses them all.
   */
  Map<String, List<String>> byModule() {
    byModule.forEach(
        (module, lines) -> {
          if (lines.toString().contains("warnings found")) {
            lines.addAll(warnings.getOrDefault(module, List.of()));
          }
        });
    return byModule;
  }

  /** Returns the errors that belong to no module. */
  List<String> others() {
    return others;
  }

  /** Returns the modules that were not built because one that they need failed. */
  List<String> notBuilt() {
    return notBuilt;
  }
}
