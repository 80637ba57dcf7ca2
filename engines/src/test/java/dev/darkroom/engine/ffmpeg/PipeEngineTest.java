package dev.darkroom.engine.ffmpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.darkroom.engine.ffmpeg.EngineResult.Reason;
import dev.darkroom.engine.ffmpeg.PipeResult.Absent;
import dev.darkroom.engine.ffmpeg.PipeResult.Finished;
import dev.darkroom.engine.ffmpeg.PipeResult.Stopped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Puts shell scripts in the engine's place. */
@Timeout(30)
class PipeEngineTest {
  private static final ProcessLimits LIMITS =
      new ProcessLimits(Duration.ofSeconds(3), 10, 1L << 30, 1 << 20, 1 << 20);

  private static final InputWriter ABC = out -> out.write("abc".getBytes(US_ASCII));

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  @TempDir private Path folder;

  @BeforeEach
  void needsAShell() {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
  }

  @Test
  void bytesGoInAndComeOut() throws Exception {
    assertThat(run("cat; echo done >&2", ABC)).isEqualTo(new Finished(3, "done"));
    assertThat(output).hasToString("abc");
  }

  @Test
  void theInputMayUseNoProtocolButPipes() throws Exception {
    run("cat >/dev/null; echo $*", ABC);

    assertThat(output.toString(US_ASCII)).contains("-protocol_whitelist pipe ").endsWith("-x\n");
  }

  @Test
  void oneThatNeedsNotAllOfItsInputHasDoneItsWork() throws Exception {
    InputWriter large = out -> out.write(new byte[1 << 20]);

    assertThat(run("head -c 5", large)).isEqualTo(new Finished(5, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cat /dev/zero                                         | TOO_LARGE
          exec sleep 1000                                       | TOOK_TOO_LONG
          cat; exec sleep 1000                                  | TOOK_TOO_LONG
          cat >/dev/null                                        | DAMAGED
          cat; echo 'Invalid data found'>&2; exit 1             | DAMAGED
          cat; exit 1                                           | FAILED
          cat >/dev/null; echo 'No decoder found for: x'>&2     | UNSUPPORTED
          cat; kill -SEGV $$                                    | CRASHED
          """)
  void whyOneStopsIsTold(String script, Reason reason) throws Exception {
    assertThat(run(script, ABC))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(reason));
  }

  @Test
  void noMoreComesOutThanAllowed() throws Exception {
    run("cat /dev/zero", ABC);

    assertThat(output.size()).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void noMoreGoesInThanAllowed() throws Exception {
    InputWriter endless =
        out -> {
          for (; ; ) {
            out.write(new byte[1000]);
          }
        };

    assertThat(run("cat >/dev/null", endless))
        .isInstanceOfSatisfying(
            Stopped.class, stopped -> assertThat(stopped.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Test
  void anInputThatFailsIsThrownOn() {
    InputWriter failing =
        out -> {
          out.write(new byte[10]);
          throw new IOException("the connection was reset");
        };

    assertThatThrownBy(() -> run("cat", failing))
        .isInstanceOf(IOException.class)
        .hasMessage("the connection was reset");
  }

  @Test
  void anOutputThatFailsIsThrownOn() throws Exception {
    var full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("no room");
          }
        };

    assertThatThrownBy(() -> engine("cat").run(List.of("-x"), LIMITS, ABC, full))
        .isInstanceOf(IOException.class)
        .hasMessage("no room");
  }

  @Test
  void oneThatIsKilledFromOutsideMayWorkNextTime() {
    assertThatThrownBy(() -> run("cat; kill -KILL $$", ABC)).isInstanceOf(EngineFault.class);
  }

  @Test
  void oneThatIsNotThereIsAbsent() throws Exception {
    var engine = new PipeEngine(new EngineProgram(folder.resolve("nothing"), null));

    assertThat(engine.run(List.of("-x"), LIMITS, ABC, output)).isInstanceOf(Absent.class);
  }

  private PipeResult run(String script, InputWriter input) throws Exception {
    return engine(script).run(List.of("-x"), LIMITS, input, output);
  }

  private PipeEngine engine(String script) throws IOException {
    Path fake = folder.resolve("ffmpeg");
    Files.writeString(fake, "#!/bin/sh\n" + script + "\n");
    assertThat(fake.toFile().setExecutable(true)).isTrue();
    return new PipeEngine(new EngineProgram(fake, null));
  }
}
