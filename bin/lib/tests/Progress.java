import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from Maven's output when a module's tests have ended. Lines of modules that are built at
 * the same time begin with different threads.
 */
final class Progress {
  private static final String LINE = "(?:\\[([^]]*)] )?\\[(?:INFO|WARNING|ERROR)] ";

  private static final Pattern BEGIN = Pattern.compile(LINE + "Building Darkroom :: (\\S+) .*");

  /** The sum over a module's test classes; the line of a class goes on with its time. */
  private static final Pattern TESTED =
      Pattern.compile(LINE + "Tests run: \\d+, Failures: \\d+, Errors: \\d+, Skipped: \\d+");

  /** A line of Maven's summary at the end, with minutes, if any, and seconds. */
  private static final Pattern BUILT =
      Pattern.compile(
          LINE
              + "Darkroom :: (\\S+) \\.* ?(?:SUCCESS|FAILURE) "
              + "\\[ *(?:(\\d+):)?(\\d+)(?:\\.\\d+)? (?:s|min)]");

  private record Module(String thread, long start) {}

  private final BiConsumer<String, Duration> ended;
  private final Map<String, Module> running = new LinkedHashMap<>();

  /**
   * @param ended takes a module's name and its time: until the end of its tests, or all of it if it
   *     has none
   */
  Progress(BiConsumer<String, Duration> ended) {
    this.ended = ended;
  }

  void read(String line) {
    Matcher begin = BEGIN.matcher(line);
    Matcher tested = TESTED.matcher(line);
    Matcher built = BUILT.matcher(line);
    if (begin.matches()) {
      running.put(begin.group(2), new Module(thread(begin), System.nanoTime()));
    } else if (tested.matches()) {
      // On the only thread of a serial build the module that began last.
      running.entrySet().stream()
          .filter(module -> module.getValue().thread().equals(thread(tested)))
          .map(Map.Entry::getKey)
          .reduce((_, last) -> last)
          .ifPresent(name -> end(name, since(running.get(name).start())));
    } else if (built.matches() && running.containsKey(built.group(2))) {
      String minutes = built.group(3) == null ? "0" : built.group(3);
      end(
          built.group(2),
          Duration.ofMinutes(Long.parseLong(minutes)).plusSeconds(Long.parseLong(built.group(4))));
    }
  }

  /** Ends what is left when Maven was killed. */
  void end() {
    for (Map.Entry<String, Module> module : Map.copyOf(running).entrySet()) {
      end(module.getKey(), since(module.getValue().start()));
    }
  }

  private void end(String name, Duration time) {
    running.remove(name);
    ended.accept(name, time);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static String thread(Matcher line) {
    return line.group(1) == null ? "" : line.group(1);
  }
}
