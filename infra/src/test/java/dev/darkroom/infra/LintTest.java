package dev.darkroom.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** AWS's own linter has nothing to say against the template. */
final class LintTest {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Test
  void cfnLintFindsNothing() throws IOException, InterruptedException {
    var linter = start();
    linter.getOutputStream().close();
    var findings = new String(linter.getInputStream().readAllBytes(), UTF_8);
    assertThat(linter.waitFor(LIMIT)).as("the linter ends").isTrue();
    assertThat(findings).isEmpty();
    assertThat(linter.exitValue()).isZero();
  }

  private static Process start() {
    try {
      return new ProcessBuilder("cfn-lint", DarkroomTemplate.FILE.toString())
          .redirectErrorStream(true)
          .start();
    } catch (IOException missing) {
      return abort("cfn-lint is not on this machine (pip install cfn-lint)");
    }
  }
}
