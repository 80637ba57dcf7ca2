package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.host.TestHost;
import dev.darkroom.host.Timing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColdStartTest {

  @TempDir Path folder;

  @Test
  void aFunctionThatExitsAtItsStartFailsItsInvocation() throws Exception {
    try (TestHost host = TestHost.in(folder).sample(1, Map.of("SAMPLE_INIT", "exit")).start()) {
      InvocationResult.Failed failed = host.fail("echo");
      assertThat(failed.errorType()).isEqualTo("Runtime.ExitError");
      assertThat(failed.errorMessage()).endsWith("Runtime exited with error: exit status 7");
      assertThat(host.log())
          .anyMatch(line -> line.contains("INIT_REPORT") && line.contains("Runtime.ExitError"));
      assertThat(host.processes()).isEmpty();
    }
  }

  @Test
  void aFunctionThatThrowsAtItsStartFailsItsInvocationWithThat() throws Exception {
    try (TestHost host = TestHost.in(folder).sample(1, Map.of("SAMPLE_INIT", "throw")).start()) {
      InvocationResult.Failed failed = host.fail("echo");
      assertThat(failed.errorType()).isEqualTo("java.lang.IllegalArgumentException");
      assertThat(failed.errorMessage()).contains("no configuration");
    }
  }

  @Test
  void aFunctionThatFailsToStartOnceIsStartedAgainForTheSameEvent() throws Exception {
    String marker = folder.resolve("marker").toString();
    try (TestHost host =
        TestHost.in(folder).sample(1, Map.of("SAMPLE_INIT", "exit-once " + marker)).start()) {
      assertThat(host.ask("echo")).contains("echo");
    }
  }

  @Test
  void aFunctionThatStartsTooSlowlyIsStartedAgainWithinItsTimeout() throws Exception {
    String marker = folder.resolve("marker").toString();
    Timing impatient =
        new Timing(
            Duration.ofSeconds(4), TestHost.AMPLE_TIME, TestHost.AMPLE_TIME, Duration.ofSeconds(1));
    try (TestHost host =
        TestHost.in(folder)
            .sample(1, Map.of("SAMPLE_INIT", "sleep-once " + marker))
            .timing(impatient)
            .start()) {
      assertThat(host.ask("echo")).contains("echo");
      assertThat(host.log())
          .anyMatch(line -> line.contains("INIT_REPORT") && line.endsWith("Status: timeout"))
          .noneMatch(line -> line.contains("REPORT RequestId") && line.contains("Init Duration"));
    }
  }

  @Test
  void aFunctionThatNeverStartsTimesOut() throws Exception {
    Timing impatient =
        new Timing(
            Duration.ofMillis(200),
            TestHost.AMPLE_TIME,
            TestHost.AMPLE_TIME,
            Duration.ofSeconds(1));
    var spec =
        TestHost.sampleSpec(
            folder,
            TestHost.AMPLE_MEMORY_MIB,
            Duration.ofMillis(300),
            1,
            Map.of("SAMPLE_INIT", "sleep 60000"));
    try (TestHost host = TestHost.in(folder).function(spec).timing(impatient).start()) {
      assertThat(host.fail("echo").errorMessage()).endsWith("Task timed out after 0.30 seconds");
    }
  }
}
