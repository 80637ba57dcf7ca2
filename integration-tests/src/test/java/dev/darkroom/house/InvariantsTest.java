package dev.darkroom.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A promise without a test is a hope: every test that INVARIANTS.md names is there. */
final class InvariantsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  @Test
  void everyPromiseNamesATestThatExists() throws IOException {
    List<MatchResult> named =
        NAMED_TEST.matcher(Files.readString(ROOT.resolve("INVARIANTS.md"))).results().toList();
    assertThat(named).isNotEmpty();

    var missing = new ArrayList<String>();
    for (MatchResult test : named) {
      if (!exists(test.group(1), test.group(2))) {
        missing.add(test.group());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyPromiseNamesATest() throws IOException {
    List<String> promises =
        Files.readAllLines(ROOT.resolve("INVARIANTS.md")).stream()
            .filter(line -> line.matches("\\| \\d+ \\|.*"))
            .toList();

    assertThat(promises).isNotEmpty().allMatch(line -> NAMED_TEST.matcher(line).find());
  }

  private static boolean exists(String type, String method) throws IOException {
    Optional<Path> source = source(type);
    return source.isPresent()
        && Pattern.compile("\\bvoid " + method + "\\(")
            .matcher(Files.readString(source.get()))
            .find();
  }

  private static Optional<Path> source(String type) throws IOException {
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        Path tests = module.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
          try (Stream<Path> files = Files.walk(tests)) {
            Optional<Path> found = files.filter(file -> file.endsWith(type + ".java")).findFirst();
            if (found.isPresent()) {
              return found;
            }
          }
        }
      }
    }
    return Optional.empty();
  }
}
