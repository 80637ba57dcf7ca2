package dev.darkroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder belongs to one running Darkroom, and tells others about it. */
final class DataFolderTest {
  @TempDir Path folder;

  @Test
  void itIsHeldByOneAtATime() throws IOException {
    try (var first = DataFolder.take(folder).orElseThrow()) {
      assertThat(first.root()).isEqualTo(folder.toRealPath());
      assertThat(DataFolder.take(folder)).isEmpty();
    }
    DataFolder.take(folder).orElseThrow().close();
  }

  @Test
  void itNamesTheProcessThatHoldsIt() throws IOException {
    try (var _ = DataFolder.take(folder).orElseThrow()) {
      assertThat(folder.resolve("pid")).hasContent(ProcessHandle.current().pid() + "\n");
    }
    assertThat(folder.resolve("pid")).doesNotExist();
  }

  @Test
  void whatAKilledProcessSaidIsForgottenBeforeAnythingElseIsSaid() throws IOException {
    Files.writeString(folder.resolve("env"), "export DARKROOM_URL='http://127.0.0.1:1'");
    try (var _ = DataFolder.take(folder).orElseThrow()) {
      assertThat(folder.resolve("env")).doesNotExist();
    }
  }

  @Test
  void aShellReadsEveryValueAsItIs() throws IOException, InterruptedException {
    var awkward = "it's $HOME `pwd` \\ \"and\" more";
    try (var data = DataFolder.take(folder).orElseThrow()) {
      data.publish(new EnvironmentFile(Map.of("AWKWARD", awkward)));
      var shell =
          new ProcessBuilder("sh", "-c", ". ./env && printf %s \"$AWKWARD\"")
              .directory(folder.toFile())
              .start();
      assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8)).isEqualTo(awkward);
      assertThat(shell.waitFor()).isZero();
    }
  }
}
