package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Duration DURATION = Duration.ofNanos(123_450_000);

  @Test
  void theStartOfAProcessIsBilled() {
    var report =
        new Report("id", DURATION, Optional.of(Duration.ofMillis(400)), 512, 130, Outcome.SUCCESS);
    assertThat(report.line())
        .isEqualTo(
            "REPORT RequestId: id\tDuration: 123.45 ms\tBilled Duration: 524 ms"
                + "\tMemory Size: 512 MB\tMax Memory Used: 130 MB\tInit Duration: 400.00 ms");
  }

  @Test
  void aWarmInvocationIsBilledByTheMillisecondBegun() {
    var report = new Report("id", DURATION, Optional.empty(), 512, 130, Outcome.ERROR);
    assertThat(report.line())
        .isEqualTo(
            "REPORT RequestId: id\tDuration: 123.45 ms\tBilled Duration: 124 ms"
                + "\tMemory Size: 512 MB\tMax Memory Used: 130 MB");
  }

  @Test
  void anInvocationThatWasStoppedSaysSo() {
    var report = new Report("id", DURATION, Optional.empty(), 512, 130, Outcome.EXIT);
    assertThat(report.line()).endsWith("\tStatus: error\tError Type: Runtime.ExitError");
  }
}
