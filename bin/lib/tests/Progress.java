import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from Maven's output when a module begins and ends. */
final class Progress {
  private static final Pattern BEGIN =
      Pattern.compile("(?:\\[([^]]*)] )?\\[?INFO]? Building Darkroom(?: :: (\\S+))? .*");
  private static final Pattern END = Pattern.compile(".*INFO]? (Reactor Summary|BUILD ).*");

  private record Module(String name, long start) {}

  private final BiConsumer<String, Duration> ended;
  private final Map<String, Module> running = new HashMap<>();

  /** @param ended takes a module's name and how long it took, when it has ended */
  Progress(BiConsumer<String, Duration> ended) {
    this.ended = ended;
  }

  void read(String line) {
    Matcher begin = BEGIN.matcher(line);
    if (begin.matches()) {
      String thread = begin.group(1) == null ? "" : begin.group(1);
      end(running.remove(thread));
      if (begin.group(2) != null) {
        running.put(thread, new Module(begin.group(2), System.nanoTime()));
      }
    } else if (END.matcher(line).matches()) {
      end();
    }
  }

  /** All modules have ended. */
  void end() {
    running.values().forEach(this::end);
    running.clear();
  }

  private void end(Module module) {
    if (module != null) {
      ended.accept(module.name(), Duration.ofNanos(System.nanoTime() - module.start()));
    }
  }
}
