package dev.darkroom.engine.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Decodes mutated files in a process of its own; {@code -Ddarkroom.fuzz.rounds=…} for more of them.
 */
@ExtendWith(NeedsNativeCodecs.class)
class MutatedFilesTest {
  private static final int ROUNDS = Integer.getInteger("darkroom.fuzz.rounds", 4_000);
  private static final long SEED = Long.getLong("darkroom.fuzz.seed", 42);
  private static final Pattern SUMMARY =
      Pattern.compile("rounds=(\\d+) growthKib=(-?\\d+) answers=\\{.*}");

  @Test
  void mutatedFilesGiveAPictureOrAReasonAndLeaveNothingBehind()
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+ErrorFileToStdout",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                MutatedFiles.class.getName(),
                Integer.toString(ROUNDS),
                Long.toString(SEED))
            // libjpeg writes a line about each damaged file.
            .redirectError(Redirect.DISCARD)
            .start();
    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();

    assertThat(program.exitValue()).as(output).isZero();
    Matcher summary = SUMMARY.matcher(output.strip());
    assertThat(summary.matches()).as(output).isTrue();
    assertThat(Integer.parseInt(summary.group(1))).as(output).isEqualTo(ROUNDS);
    // KiB; leaking every hundredth picture would exceed it.
    assertThat(Integer.parseInt(summary.group(2))).as(output).isLessThan(24_000);
    assertThat(output).contains("WHOLE", "DAMAGED", "UNSUPPORTED", "BROKEN");
  }
}
