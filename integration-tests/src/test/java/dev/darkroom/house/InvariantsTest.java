package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A promise without a test is a hope: INVARIANTS.md names a test for each, and the test exists. */
final class InvariantsTest {
  private static final Path INVARIANTS = Sources.ROOT.resolve("INVARIANTS.md");

  private static final Pattern ROW = Pattern.compile("\\|\\s*(\\d+)\\s*\\|(.*)\\|(.*)\\|");

  /** A class by its simple or full name, and a method. */
  private static final Pattern NAMED_TEST =
      Pattern.compile("`((?:[a-z]\\w*\\.)*[A-Z]\\w*Test)\\.([a-z]\\w*)`");

  private static final Pattern TEST_ANNOTATION =
      Pattern.compile("@(Test|ParameterizedTest|RepeatedTest)\\b");

  @Test
  void everyPromiseNamesATestAndNothingElse() throws IOException {
    for (MatchResult row : rows()) {
      String heldBy = row.group(3);
      assertThat(NAMED_TEST.matcher(heldBy).find()).as("promise %s", row.group(1)).isTrue();
      assertThat(NAMED_TEST.matcher(heldBy).replaceAll("").replaceAll("[†,\\s]", ""))
          .as("what promise %s names beside tests", row.group(1))
          .isEmpty();
    }
  }

  @Test
  void promisesAreNumberedWithoutGaps() throws IOException {
    assertThat(rows().stream().map(row -> Integer.valueOf(row.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, rows().size()).boxed().toList());
  }

  @Test
  void everyRowOfTheTablesIsAPromise() throws IOException {
    assertThat(lines().stream().filter(line -> line.startsWith("|")))
        .allMatch(
            line ->
                ROW.matcher(line).matches()
                    || line.equals("| # | promise | held by |")
                    || line.equals("|---|---|---|"));
  }

  @Test
  void everyTestThatIsNamedExistsOnce() throws IOException {
    List<Path> sources = Sources.tests();
    var faults = new ArrayList<String>();
    for (String line : lines()) {
      for (MatchResult test : NAMED_TEST.matcher(line).results().toList()) {
        List<Path> found = find(test.group(1), sources);
        if (found.isEmpty()) {
          faults.add("There is no class " + test.group(1));
        } else if (found.size() > 1) {
          faults.add(test.group(1) + " may be any of " + found + "; write its full name");
        } else if (!declares(found.getFirst(), test.group(2))) {
          faults.add(found.getFirst() + " has no test " + test.group(2));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private static List<Path> find(String type, List<Path> sources) {
    Path file = Path.of(type.replace('.', '/') + ".java");
    return sources.stream().filter(source -> source.endsWith(file)).toList();
  }

  /** Whether a file has a method of that name with an annotation of JUnit's above it. */
  private static boolean declares(Path source, String method) throws IOException {
    return Stream.of(Files.readString(source).split("\n\n"))
        .filter(member -> member.contains(" void " + method + "("))
        .anyMatch(member -> TEST_ANNOTATION.matcher(member).find());
  }

  private static List<MatchResult> rows() throws IOException {
    List<MatchResult> rows = lines().stream().flatMap(line -> ROW.matcher(line).results()).toList();
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private static List<String> lines() throws IOException {
    return Files.readAllLines(INVARIANTS);
  }
}
