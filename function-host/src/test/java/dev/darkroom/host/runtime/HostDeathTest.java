package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostDeathTest {

  @ParameterizedTest(name = "told to {0}")
  @ValueSource(strings = {"echo", "sleep 60000"})
  void aFunctionDoesNotOutliveAHostThatIsKilled(String lastCommand, @TempDir Path folder)
      throws Exception {
    Process host =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                HostProcess.class.getName(),
                folder.toString(),
                lastCommand)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8))) {
      ProcessHandle function = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();
      assertThat(function.isAlive()).isTrue();
      host.destroyForcibly().waitFor();
      await().until(() -> !function.isAlive());
    } finally {
      host.destroyForcibly();
    }
  }
}
