package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.host.TestHost;
import dev.darkroom.host.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

  @TempDir Path folder;

  @Test
  void anInvocationThatTakesTooLongIsStoppedAndItsProcessReplaced() throws Exception {
    var spec =
        TestHost.sampleSpec(
            folder, TestHost.AMPLE_MEMORY_MIB, Duration.ofMillis(3_500), 1, Map.of());
    try (TestHost host = TestHost.in(folder).function(spec).start()) {
      long pid = Long.parseLong(host.ask("pid"));
      InvocationResult.Failed failed = host.fail("sleep 60000");
      assertThat(failed.errorType()).isEqualTo("Sandbox.Timedout");
      assertThat(failed.errorMessage())
          .matches("RequestId: [0-9a-f-]{36} Error: Task timed out after 3\\.50 seconds");
      assertThat(ProcessHandle.of(pid)).isEmpty();
      assertThat(Long.parseLong(host.ask("pid"))).isNotEqualTo(pid);
      assertThat(host.log())
          .anyMatch(line -> line.contains("REPORT") && line.endsWith("Status: timeout"));
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "memory is only known on Linux")
  void aProcessThatUsesTooMuchMemoryIsKilled() throws Exception {
    var spec =
        TestHost.sampleSpec(
            folder,
            160,
            TestHost.AMPLE_TIME,
            1,
            // A heap the limit has no room for, so that it is the limit that strikes.
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx700m -XX:+UseSerialGC"));
    try (TestHost host = TestHost.in(folder).function(spec).start()) {
      InvocationResult.Failed failed = host.fail("allocate 300");
      assertThat(failed.errorType()).isEqualTo("Runtime.OutOfMemory");
      assertThat(failed.errorMessage()).endsWith("Runtime exited with error: signal: killed");
      assertThat(host.ask("echo")).contains("echo");
    }
  }

  @Test
  void aProcessThatExitsFailsItsInvocationAndTheNextGetsAFreshOne() throws Exception {
    try (TestHost host = TestHost.in(folder).sample(1, Map.of()).start()) {
      InvocationResult.Failed failed = host.fail("exit 3");
      assertThat(failed.errorType()).isEqualTo("Runtime.ExitError");
      assertThat(failed.errorMessage()).endsWith("Runtime exited with error: exit status 3");
      assertThat(host.fail("exit 0").errorMessage())
          .endsWith("Runtime exited without providing a reason");
      assertThat(host.ask("echo")).contains("echo");
    }
  }

  @Test
  void aProcessKilledInTheMiddleOfItsWorkFailsItsInvocation() throws Exception {
    try (TestHost host = TestHost.in(folder).sample(1, Map.of()).start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<InvocationResult.Failed> working = threads.submit(() -> host.fail("sleep 60000"));
      long pid = await().until(() -> pidOf(host, "busy"), found -> found > 0);
      assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
      assertThat(working.get().errorMessage())
          .matches("RequestId: .* Error: Runtime exited with error: signal: killed");
      assertThat(host.ask("echo")).contains("echo");
    }
  }

  @Test
  void noMoreProcessesRunThanTheFunctionMayHave() throws Exception {
    try (TestHost host = TestHost.in(folder).sample(2, Map.of()).start();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = threads.submit(() -> host.ask("sleep 3000"));
      Future<String> second = threads.submit(() -> host.ask("sleep 3000"));
      await().until(() -> host.processes().size(), size -> size == 2);
      assertThat(host.tell("echo")).isInstanceOf(InvocationResult.Throttled.class);
      assertThat(first.get()).isEqualTo(second.get());
      assertThat(host.processes()).hasSize(2);
      assertThat(host.management("/metrics"))
          .contains("function_throttles_total{function=\"sample\"} 1.0");
    }
  }

  @Test
  void aProcessThatIsNotUsedIsEndedAndItsTemporaryFilesAreGone() throws Exception {
    Timing soon =
        new Timing(
            TestHost.AMPLE_TIME,
            Duration.ofMillis(50),
            TestHost.AMPLE_TIME,
            Duration.ofSeconds(10));
    try (TestHost host = TestHost.in(folder).sample(1, Map.of()).timing(soon).start()) {
      long pid = Long.parseLong(host.ask("pid"));
      await().until(() -> ProcessHandle.of(pid).isEmpty());
      await().until(() -> host.processes().isEmpty());
      await().until(() -> isEmpty(folder.resolve("work/tmp")));
    }
  }

  @Test
  void whatIsUnderWayMayEndBeforeTheHostDoes() throws Exception {
    TestHost host = TestHost.in(folder).sample(1, Map.of()).start();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> working = threads.submit(() -> host.ask("sleep 1000"));
      long pid = await().until(() -> pidOf(host, "busy"), found -> found > 0);
      host.close();
      assertThat(working.get()).isEqualTo("\"slept\"");
      assertThat(ProcessHandle.of(pid)).isEmpty();
      assertThat(host.tell("echo")).isInstanceOf(InvocationResult.Throttled.class);
    }
  }

  private static long pidOf(TestHost host, String state) throws Exception {
    for (JsonNode process : host.processes()) {
      if (process.path("state").asText().equals(state)) {
        return process.path("pid").asLong();
      }
    }
    return 0;
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }
}
