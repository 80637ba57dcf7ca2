package dev.darkroom.host.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.host.TestHost;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockSourceTest {
  @TempDir Path folder;

  private TestHost.Plan calling(Duration rate, Duration first, String command) throws Exception {
    return TestHost.in(folder)
        .sample(1, Map.of())
        .schedule(new ScheduleSpec("sample", rate, first, "{\"do\":\"" + command + "\"}"));
  }

  @Test
  void theFunctionIsCalledAgainAndAgainWithTheInput() throws Exception {
    Duration second = Duration.ofSeconds(1);
    try (TestHost host = calling(second, Duration.ZERO, "print tick").start()) {
      await().until(() -> ticks(host) >= 3);
    }
  }

  @Test
  void aCallThatFailsIsToldAndCountedAndStopsNoOther() throws Exception {
    Duration second = Duration.ofSeconds(1);
    try (TestHost host = calling(second, Duration.ZERO, "throw up").start()) {
      await()
          .until(
              () ->
                  host.management("/metrics")
                      .contains("function=\"sample\",outcome=\"error\"} 2.0"));
      assertThat(host.log()).contains("[sample] The scheduled call failed: up");
    }
  }

  @Test
  void theFirstCallWaitsUntilTheHostHasStarted() throws Exception {
    Duration hour = Duration.ofHours(1);
    try (TestHost host = calling(hour, hour, "print tick").start()) {
      assertThat(host.ask("pid")).isNotEmpty();
      assertThat(ticks(host)).isZero();
    }
  }

  @Test
  void whileTheOnlyProcessIsBusyACallIsLeftOut() throws Exception {
    try (TestHost host =
        calling(Duration.ofSeconds(1), Duration.ofSeconds(3), "print tick").start()) {
      assertThat(host.ask("sleep 5000")).isEqualTo("\"slept\"");
      assertThat(host.log())
          .contains("[sample] The scheduled call found all processes busy, and is left out");
    }
  }

  private static long ticks(TestHost host) {
    return host.log().stream().filter(line -> line.endsWith("tick")).count();
  }
}
