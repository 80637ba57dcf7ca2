package dev.darkroom.engine.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineFinderTest {
  @TempDir private Path folder;

  @Test
  void aConfiguredFolderIsSearchedForTheProgramAndItsLibraries() throws Exception {
    Path program = Files.createFile(folder.resolve("ffmpeg"));
    assertThat(program.toFile().setExecutable(true)).isTrue();

    assertThat(EngineFinder.find(folder, null).orElseThrow().program())
        .isEqualTo(new EngineProgram(program, folder));
  }

  @Test
  void aConfiguredEngineThatIsNotThereIsNotReplacedByAnother() {
    assertThat(EngineFinder.find(folder.resolve("none"), System.getenv("PATH"))).isEmpty();
  }
}
