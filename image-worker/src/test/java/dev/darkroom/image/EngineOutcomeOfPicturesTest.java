package dev.darkroom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Outcome;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.ffmpeg.EngineFault;
import dev.darkroom.engine.ffmpeg.EngineFinder;
import dev.darkroom.engine.ffmpeg.FrameCodec;
import dev.darkroom.engine.ffmpeg.KeyframeEngine;
import dev.darkroom.fixtures.Golden;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Processes a sound picture with an engine that passes its self-test and then misbehaves. */
@Timeout(60)
class EngineOutcomeOfPicturesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kill -SEGV $$                                            | UNSUPPORTED_FORMAT
          exit 1                                                   | UNSUPPORTED_FORMAT
          echo 'x: Cannot allocate memory' >&2; exit 1             | OUT_OF_MEMORY
          echo 'x exceeds specified max pixel count 1' >&2; exit 1 | TOO_MANY_PIXELS
          echo 'x is not implemented. Update' >&2; exit 1          | UNSUPPORTED_FORMAT
          echo 'Invalid data found' >&2; exit 1                    | CORRUPT_FILE
          ulimit -S -t 1; while :; do :; done                      | TOOK_TOO_LONG
          sleep 1000                                               | TOOK_TOO_LONG
          """)
  void aPictureIsCalledDamagedOnlyIfTheEngineSaysSo(String script, ErrorCode code)
      throws Exception {
    Outcome outcome = process("cat >/dev/null; " + script);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected ->
                assertThat(rejected.rejection()).extracting(Rejection::code).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kill -KILL $$
          kill -TERM $$
          echo 'pthread_create: Resource temporarily unavailable' >&2; exit 1
          exit 127
          """)
  void aPictureIsTriedAgainIfTheEngineMayWorkNextTime(String script) {
    assertThatThrownBy(() -> process("cat >/dev/null; " + script)).isInstanceOf(EngineFault.class);
  }

  @Test
  void aPictureIsTriedAgainIfItsEngineIsGone() throws Exception {
    Golden picture = Golden.of("heic/plain.heic");
    Workplace workplace = workplace("exit 0");
    workplace.process(picture.bytes());
    Files.delete(folder.resolve("ffmpeg"));

    assertThatThrownBy(() -> workplace.process(picture.bytes())).isInstanceOf(EngineFault.class);
  }

  private Outcome process(String script) throws Exception {
    return workplace(script).process(Golden.of("heic/plain.heic").bytes());
  }

  private Workplace workplace(String script) throws Exception {
    KeyframeEngine real = EngineFinder.find(null, System.getenv("PATH")).orElse(null);
    assumeTrue(real != null && real.selfTest().decodes(FrameCodec.HEVC), "no engine for HEVC");
    Path fake = folder.resolve("ffmpeg");
    String tested = folder.resolve("tested").toString();
    Files.writeString(
        fake,
        """
        #!/bin/sh
        mkdir %s 2>/dev/null && exec %s "$@"
        %s
        """
            .formatted(tested, real.program().executable(), script));
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    return new Workplace(
        Map.of("darkroom.engine", fake.toString(), "darkroom.image.decode-time", "5s"));
  }
}
