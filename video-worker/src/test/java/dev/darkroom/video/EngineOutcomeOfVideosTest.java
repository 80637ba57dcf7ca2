package dev.darkroom.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Outcome;
import dev.darkroom.engine.ffmpeg.EngineFault;
import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.fixtures.Ffmpeg;
import dev.darkroom.fixtures.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Processes a sound video with an engine that passes its self-test and then misbehaves. */
@Timeout(60)
class EngineOutcomeOfVideosTest {
  @TempDir private Path folder;

  @BeforeEach
  void needFfmpeg() {
    assumeTrue(Ffmpeg.encodes(), "no ffmpeg on this machine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kill -SEGV $$                                            | UNSUPPORTED_FORMAT
          echo 'x: Cannot allocate memory' >&2; exit 1             | OUT_OF_MEMORY
          echo 'x exceeds specified max pixel count 1' >&2; exit 1 | TOO_MANY_PIXELS
          echo 'x is not implemented. Update' >&2; exit 1          | UNSUPPORTED_FORMAT
          echo 'Invalid data found' >&2; exit 1                    | CORRUPT_FILE
          """)
  void theVideoCompletesAndItsPicturesAreMissingForTheEnginesReason(String script, ErrorCode code)
      throws Exception {
    assertThat(process("cat >/dev/null; " + script))
        .isInstanceOfSatisfying(
            Outcome.Completed.class,
            completed ->
                assertThat(completed.missing())
                    .filteredOn(missing -> missing.name().equals("poster"))
                    .extracting(Missing::code)
                    .containsExactly(code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kill -KILL $$", "exit 127"})
  void theVideoIsTriedAgainIfTheEngineMayWorkNextTime(String script) {
    assertThatThrownBy(() -> process("cat >/dev/null; " + script)).isInstanceOf(EngineFault.class);
  }

  private Outcome process(String script) throws Exception {
    Path real = EngineFinder.find(null, System.getenv("PATH")).orElseThrow().program().executable();
    Path fake = folder.resolve("ffmpeg");
    Files.writeString(
        fake,
        """
        #!/bin/sh
        mkdir %s 2>/dev/null && exec %s "$@"
        %s
        """
            .formatted(folder.resolve("tested"), real, script));
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    var harness = new PipelineHarness();
    return harness.process(
        harness.put("hevc.mp4", Fixtures.HEVC_VIDEO.bytes()),
        PipelineHarness.settings(Map.of("darkroom.engine", fake.toString())));
  }
}
