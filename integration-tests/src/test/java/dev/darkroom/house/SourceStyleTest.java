package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the formatter and the compiler do not check. */
final class SourceStyleTest {
  private static final int MAX_LINES = 400;

  /** A Javadoc comment with words in it, at the file's start and above the package. */
  private static final Pattern DOOR_SIGN =
      Pattern.compile("\\A/\\*\\*(?:(?!\\*/).)*\\w{3}(?:(?!\\*/).)*\\*/\\s*@", Pattern.DOTALL);

  private static final Pattern TEST_METHOD =
      Pattern.compile(
          "@(?:Test|ParameterizedTest|RepeatedTest)\\b[^;{}]*?\\bvoid (\\w+)\\(", Pattern.DOTALL);

  /** A file that needs more room does more than one thing. */
  @Test
  void noFileHasMoreThan400Lines() throws IOException {
    assertThat(all())
        .isNotEmpty()
        .allSatisfy(
            file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MAX_LINES));
  }

  /** The tooltip of a package: what enters, what leaves, what lives elsewhere. */
  @Test
  void everyPackageOfMainCodeSaysWhatItIsFor() throws IOException {
    List<Path> packages = Sources.main().stream().map(Path::getParent).distinct().toList();
    assertThat(packages).isNotEmpty();

    var silent = new ArrayList<Path>();
    for (Path folder : packages) {
      Path info = folder.resolve("package-info.java");
      if (!Files.exists(info) || !DOOR_SIGN.matcher(Files.readString(info)).find()) {
        silent.add(info);
      }
    }
    assertThat(silent).isEmpty();
  }

  /** Names of tests are read as sentences, in reports and in INVARIANTS.md. */
  @Test
  void testsAreNamedInCamelCase() throws IOException {
    assertThat(testNames())
        .isNotEmpty()
        .filteredOn(Predicate.not(name -> name.matches("[a-z][a-zA-Z0-9]*")))
        .isEmpty();
  }

  private static List<String> testNames() throws IOException {
    var names = new ArrayList<String>();
    for (Path file : Sources.tests()) {
      TEST_METHOD.matcher(Files.readString(file)).results().forEach(m -> names.add(m.group(1)));
    }
    return names;
  }

  private static List<Path> all() throws IOException {
    return Stream.concat(Sources.main().stream(), Sources.tests().stream()).toList();
  }
}
