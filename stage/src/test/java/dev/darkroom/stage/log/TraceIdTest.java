package dev.darkroom.stage.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TraceIdTest {
  private static final String HEADER = "com.amazonaws.xray.traceHeader";

  @AfterEach
  void clear() {
    System.clearProperty(HEADER);
  }

  @Test
  void theTraceIsTheRootOfTheInvocationsHeader() {
    System.setProperty(
        HEADER, "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1");

    assertThat(LogContext.traceId()).isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
  }

  @Test
  void withoutAHeaderThereIsNoTrace() {
    assertThat(LogContext.traceId()).isNull();
  }
}
