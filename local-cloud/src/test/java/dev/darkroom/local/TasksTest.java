package dev.darkroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script at the root of the project, as far as it goes without starting anything. */
final class TasksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;

  private record Ended(int status, String output) {}

  @Test
  void everyTaskIsListedWithItsHelp() throws Exception {
    var listed = darkroom("help");
    assertThat(listed.status()).isZero();
    try (var tasks = Files.list(ROOT.resolve("bin"))) {
      for (var task : tasks.filter(Files::isRegularFile).toList()) {
        var name = task.getFileName().toString().replace(".sh", "");
        assertThat(listed.output()).containsPattern("(?m)^  " + name + " +\\w+");
      }
    }
  }

  @Test
  void anUnknownTaskIsWrongUsage() throws Exception {
    var refused = darkroom("develop");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.output()).contains("There is no task 'develop'", "Usage:");
    assertThat(darkroom().status()).isEqualTo(2);
    assertThat(darkroom("lib/common").status()).isEqualTo(2);
  }

  @Test
  void whereNothingRunsEveryTaskSaysSo() throws Exception {
    var nothing = "Nothing runs on " + folder;
    assertThat(darkroom("down", "--data", folder.toString()))
        .isEqualTo(new Ended(0, nothing + ".\n"));
    assertThat(darkroom("status", "--data", folder.toString()))
        .isEqualTo(new Ended(1, nothing + ".\n"));
    var environment = darkroom("env", "--data", folder.toString());
    assertThat(environment.status()).isEqualTo(1);
    assertThat(environment.output()).contains("./darkroom up");
    var redrive = darkroom("redrive", "--data", folder.toString());
    assertThat(redrive.status()).isEqualTo(1);
    assertThat(redrive.output()).contains("nothing runs on " + folder, "./darkroom up");
  }

  /** After a kill -9 the number in the file is any other process's, such as this one's. */
  @Test
  void anotherProcessWithTheSameNumberIsNotStopped() throws Exception {
    Files.writeString(folder.resolve("pid"), ProcessHandle.current().pid() + "\n");
    assertThat(darkroom("down", "--data", folder.toString()).output()).startsWith("Nothing runs");
  }

  @Test
  void theJdkOfJavaHomeIsTakenIfItIsNewEnough() throws Exception {
    assertThat(jdkFoundWith(jdk("new", "26.0.1")))
        .isEqualTo(new Ended(0, folder.resolve("new") + "\n"));
  }

  @Test
  void aJdkThatIsTooOldIsPassedOver() throws Exception {
    var found = jdkFoundWith(jdk("old", "17.0.15"));
    assertThat(found.output()).doesNotStartWith(folder.resolve("old").toString());
  }

  private Path jdk(String name, String version) throws IOException {
    var home = folder.resolve(name);
    var compiler = Files.createDirectories(home.resolve("bin")).resolve("javac");
    assertThat(Files.createFile(compiler).toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private Ended jdkFoundWith(Path javaHome) throws Exception {
    return run(
        List.of(
            "sh",
            "-euc",
            ". bin/lib/common.sh; . bin/lib/jdk.sh; JAVA_HOME=$1; find_jdk; echo \"$JAVA_HOME\"",
            "sh",
            javaHome.toString()));
  }

  private static Ended darkroom(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("./darkroom"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private static Ended run(List<String> command) throws Exception {
    var process =
        new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Ended(process.waitFor(), output);
  }
}
