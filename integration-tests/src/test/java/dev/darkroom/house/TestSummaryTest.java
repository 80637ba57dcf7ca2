package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./darkroom test} prints, with a script in Maven's place. */
final class TestSummaryTest {
  private static final Path SOURCES = Path.of("..", "bin", "lib", "tests");

  private static final String PASSED = "<testcase classname='dev.darkroom.A' name='works'/>";
  private static final String SKIPPED =
      """
      <testcase classname='dev.darkroom.A' name='needsDocker'>
        <skipped message='org.opentest4j.TestAbortedException: no Docker engine answers'/>
      </testcase>
      """;

  /** Surefire writes the reason so if a parameterized test skips itself. */
  private static final String SKIPPED_WITH_TRACE =
      """
      <testcase classname='dev.darkroom.A' name='needsDockerToo'>
        <skipped type='x'>org.opentest4j.TestAbortedException: Assumption failed: no Docker engine answers
      	at dev.darkroom.A.needsDockerToo(A.java:1)</skipped>
      </testcase>
      """;

  private static final String FAILED =
      """
      <testcase classname='dev.darkroom.A' name='adds'>
        <failure message='one line'>org.opentest4j.AssertionFailedError:
      expected: 4
       but was: 5
      \tat org.assertj.Internals.fail(Internals.java:1)
      \tat dev.darkroom.A.adds(A.java:17)
      Caused by: java.io.IOException: the disk is full
      \tat dev.darkroom.B.writes(B.java:3)</failure>
      </testcase>
      """;

  @TempDir private static Path program;
  @TempDir private Path project;

  private record Run(int exitCode, List<String> lines) {
    String lastLine() {
      return lines.getLast();
    }
  }

  /** Once; {@code ./darkroom test} has java compile it at each start. */
  @BeforeAll
  static void compile() throws IOException {
    String folder = program.toString();
    var arguments =
        new ArrayList<>(
            List.of("-proc:none", "-Xlint:all", "-Werror", "-cp", folder, "-d", folder));
    try (Stream<Path> sources = Files.list(SOURCES)) {
      sources.map(Path::toString).forEach(arguments::add);
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new))).isZero();
  }

  @BeforeEach
  void makeModules() throws IOException {
    for (String module : List.of("codecs", "stage")) {
      Files.createDirectories(project.resolve(module).resolve("target/surefire-reports"));
      Files.createFile(project.resolve(module).resolve("pom.xml"));
    }
  }

  @Test
  void eachModuleHasALineAndTheLastLineHasTheSum() throws Exception {
    Run run =
        run(
            begins("codecs"),
            reports("codecs", PASSED + PASSED + SKIPPED + SKIPPED_WITH_TRACE),
            "echo '[WARNING] Tests run: 2, Failures: 0, Errors: 0, Skipped: 2'",
            begins("stage"),
            reports("stage", PASSED),
            "echo '[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 1 s'",
            "echo '[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0'",
            "echo '[INFO] BUILD SUCCESS'");

    assertThat(run.lines().get(0)).matches("codecs +\\d+ s  2 passed, 2 skipped");
    assertThat(run.lines().get(1)).isEqualTo("    2 skipped: no Docker engine answers (A)");
    assertThat(run.lines().get(2)).matches("stage +\\d+ s  1 passed");
    assertThat(run.lastLine()).isEqualTo("3 passed, 0 failed, 2 skipped");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void modulesThatAreBuiltAtTheSameTimeAreToldApart() throws Exception {
    Run run =
        run(
            "echo '[mvn-builder-codecs] [INFO] Building Darkroom :: codecs 1.0 [1/3]'",
            "echo '[mvn-builder-stage] [INFO] Building Darkroom :: stage 1.0 [2/3]'",
            reports("stage", PASSED),
            "echo '[mvn-builder-stage] [INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0'",
            "echo '[mvn-builder-infra] [INFO] Building Darkroom :: infra 1.0 [3/3]'",
            reports("codecs", PASSED + PASSED),
            "echo '[mvn-builder-codecs] [INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0'",
            "echo '[main] [INFO] Darkroom :: infra .................. SUCCESS [01:05 min]'");

    assertThat(run.lines().get(0)).matches("stage +\\d+ s  1 passed");
    assertThat(run.lines().get(1)).matches("codecs +\\d+ s  2 passed");
    assertThat(run.lines().get(2)).matches("infra +1:05 min  no tests");
    assertThat(run.lastLine()).isEqualTo("3 passed, 0 failed, 0 skipped");
  }

  @Test
  void warningsThatStopTheCompilerAreTold() throws Exception {
    Run run =
        run(
            begins("codecs"),
            "echo '[WARNING] /home/codecs/src/main/java/A.java:[24,19] [UnusedVariable] never read'",
            "echo '[INFO] Darkroom :: codecs .................. FAILURE [  5.250 s]'",
            "echo '[ERROR] Failed to execute goal x:compile (y) on project codecs: Failure'",
            "echo '[ERROR] warnings found and -Werror specified'",
            "exit 1");

    assertThat(run.lines())
        .containsSubsequence(
            "FAILED codecs",
            "      warnings found and -Werror specified",
            "      /home/codecs/src/main/java/A.java:[24,19] [UnusedVariable] never read");
    assertThat(run.lastLine()).isEqualTo("0 passed, 1 failed, 0 skipped");
  }

  @Test
  void aFailureIsToldWithItsMessageAndTheProjectsOwnLines() throws Exception {
    Run run =
        run(
            begins("codecs"),
            reports("codecs", PASSED + FAILED),
            "touch codecs/target/surefire-reports/dev.darkroom.A-output.txt",
            "echo '[INFO] BUILD FAILURE'",
            "echo '[ERROR] Failed to execute goal x:test (y) on project codecs: There are failures.'",
            "exit 1");

    assertThat(run.lines())
        .containsSubsequence(
            "    FAILED dev.darkroom.A.adds",
            "      expected: 4",
            "      but was: 5",
            "      at dev.darkroom.A.adds(A.java:17)",
            "      Caused by: java.io.IOException: the disk is full",
            "      at dev.darkroom.B.writes(B.java:3)",
            "      see codecs/target/surefire-reports/dev.darkroom.A-output.txt")
        .noneMatch(line -> line.contains("org.assertj"));
    assertThat(run.lastLine()).isEqualTo("1 passed, 1 failed, 0 skipped");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aTestProcessThatDiedIsAFailure() throws Exception {
    Run run =
        run(
            begins("codecs"),
            reports("codecs", PASSED),
            "echo '[INFO] Reactor Summary for Darkroom 1.0:'",
            "echo '[INFO] Darkroom :: stage .......... SKIPPED'",
            "echo '[INFO] BUILD FAILURE'",
            "echo '[ERROR] Failed to execute goal x:test (y) on project codecs: The forked VM died'",
            "exit 1");

    assertThat(run.lines())
        .containsSubsequence(
            "FAILED codecs",
            "      The forked VM died",
            "Not built, as they need what failed: stage");
    assertThat(run.lastLine()).isEqualTo("1 passed, 1 failed, 0 skipped");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void aReportThatIsCutOffIsAFailure() throws Exception {
    Run run =
        run(
            begins("codecs"),
            "printf '<testsuite><testcase' >codecs/target/surefire-reports/TEST-dev.darkroom.A.xml",
            "exit 1");

    assertThat(run.lines()).contains("    FAILED dev.darkroom.A.(report)");
    assertThat(run.lastLine()).isEqualTo("0 passed, 1 failed, 0 skipped");
  }

  @Test
  void aMavenThatIsKilledDoesNotLookLikeSuccess() throws Exception {
    Run run = run(begins("codecs"), reports("codecs", PASSED), "kill -9 $$");

    assertThat(run.lines()).contains("FAILED Maven ended with 137");
    assertThat(run.lastLine()).isEqualTo("1 passed, 1 failed, 0 skipped");
    assertThat(run.exitCode()).isEqualTo(137);
  }

  @Test
  void reportsOfEarlierRunsAreNotCounted() throws Exception {
    Path old = project.resolve("codecs/target/surefire-reports/TEST-dev.darkroom.Old.xml");
    Files.writeString(old, "<testsuite>" + FAILED + "</testsuite>");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(60)));

    Run run = run(begins("codecs"), reports("codecs", PASSED));

    assertThat(run.lastLine()).isEqualTo("1 passed, 0 failed, 0 skipped");
  }

  @Test
  void argumentsReachMavenAndItsOutputIsKept() throws Exception {
    Run run = run("echo \"arguments: $*\"");

    assertThat(run.lines()).contains("All of Maven's output is in target/test.log");
    assertThat(Files.readString(project.resolve("target/test.log")))
        .startsWith("arguments: -B --no-transfer-progress -pl codecs --threads")
        .contains(" verify");
  }

  private static String begins(String module) {
    return "echo '[INFO] Building Darkroom :: " + module + " 1.0 [1/2]'";
  }

  private static String reports(String module, String tests) {
    return "cat >%s/target/surefire-reports/TEST-dev.darkroom.A.xml <<'XML'%n<testsuite>%s</testsuite>%nXML"
        .formatted(module, tests);
  }

  private Run run(String... script) throws IOException, InterruptedException {
    Path bin = Files.createDirectories(project.resolve("fake"));
    Path maven = bin.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\n" + String.join("\n", script) + "\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-cp", program.toString(), "RunTests", "-pl", "codecs")
            .directory(project.toFile())
            .redirectErrorStream(true);
    builder.environment().merge("PATH", "", (path, _) -> bin + ":" + path);
    Process process = builder.start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), lines);
  }
}
