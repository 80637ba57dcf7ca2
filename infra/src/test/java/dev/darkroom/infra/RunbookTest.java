package dev.darkroom.infra;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever gets an alarm finds a page that says what it means, what to look at and what to do. */
final class RunbookTest {
  private static final Path OPERATIONS = Path.of("../docs/OPERATIONS.md");
  private static final Pattern ALARM = Pattern.compile("`([A-Za-z]+Alarm)`");

  private static final Pattern COMMAND = Pattern.compile("`\\./darkroom (\\w+)");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "`([A-Z][a-z]+(?:Memory|Timeout|Concurrency)|LongestWait|DailySpend|AccountBudget|ApiRate)`");

  private final Stack stack = DarkroomTemplate.stack();

  @Test
  void everyAlarmNamesTheHeadingThatListsItAndEveryHeadingAnAlarm() throws IOException {
    var named =
        stack.alarms().stream()
            .collect(
                groupingBy(
                    Alarm::runbook,
                    TreeMap::new,
                    mapping(Alarm::logicalName, toCollection(TreeSet::new))));
    var listed = new TreeMap<String, TreeSet<String>>();
    for (var runbook : runbooks()) {
      var lines = runbook.lines().toList();
      var alarms = ALARM.matcher(lines.get(2)).results().map(it -> it.group(1)).toList();
      listed.put("docs/OPERATIONS.md#" + anchor(lines.getFirst()), new TreeSet<>(alarms));
    }
    assertThat(listed).isEqualTo(named);
  }

  @Test
  void everyRunbookSaysWhatItMeansWhatToLookAtAndWhatToDo() throws IOException {
    assertThat(runbooks())
        .allSatisfy(runbook -> assertThat(runbook).contains("**Means**", "**Look**", "**Do**"));
  }

  @Test
  void everyCommandOfARunbookExists() throws IOException {
    assertThat(runbooks())
        .flatExtracting(
            runbook -> COMMAND.matcher(runbook).results().map(it -> it.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(task -> assertThat(Path.of("../bin", task + ".sh")).exists());
  }

  @Test
  void everyParameterOfARunbookExists() throws IOException {
    assertThat(runbooks())
        .flatExtracting(
            runbook -> PARAMETER.matcher(runbook).results().map(it -> it.group(1)).toList())
        .isNotEmpty()
        .allSatisfy(
            parameter ->
                assertThat(Files.readString(DarkroomTemplate.FILE))
                    .contains("\n  " + parameter + ":\n    Type: Number"));
  }

  @Test
  void everyAlarmSaysWhatIsWrong() {
    assertThat(stack.alarms())
        .extracting(Alarm::meaning)
        .allSatisfy(meaning -> assertThat(meaning).endsWith(".").hasSizeGreaterThan(20));
  }

  /** Sections of the chapter about alarms, each with its heading as its first line. */
  private static List<String> runbooks() throws IOException {
    var chapter =
        Arrays.stream(Files.readString(OPERATIONS).split("(?m)^## "))
            .filter(it -> it.startsWith("Alarms\n"))
            .findFirst()
            .orElseThrow();
    var sections = List.of(chapter.split("(?m)^### "));
    return sections.subList(1, sections.size());
  }

  /** The link to a heading, as GitHub makes it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }
}
