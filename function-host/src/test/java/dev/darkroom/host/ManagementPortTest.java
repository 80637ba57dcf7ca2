package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagementPortTest {
  private static final String STATED =
      """
      {"_aws":{"Timestamp":1,"CloudWatchMetrics":[\
      {"Namespace":"Darkroom","Dimensions":[["Stage"],["Stage","Outcome"]],\
      "Metrics":[{"Name":"Records","Unit":"Count"}]},\
      {"Namespace":"Darkroom","Dimensions":[["Stage"]],\
      "Metrics":[{"Name":"Duration","Unit":"Milliseconds"}]}]},\
      "Stage":"image-worker","Outcome":"completed","Records":1,"Duration":1500}""";

  @Test
  void itTellsFiguresHealthAndProcesses(@TempDir Path folder) throws Exception {
    try (TestHost host = TestHost.in(folder).sample(3, Map.of()).start()) {
      assertThat(host.processes()).isEmpty();
      assertThat(host.management("/metrics"))
          .contains("function_in_flight{function=\"sample\"} 0.0");
      String pid = host.ask("pid");
      host.fail("throw up");
      assertThat(host.management("/metrics"))
          .contains(
              "function_invocations_total{function=\"sample\",outcome=\"success\"} 1.0",
              "function_invocations_total{function=\"sample\",outcome=\"error\"} 1.0",
              "function_duration_seconds_count{function=\"sample\"} 2",
              "function_init_duration_seconds_count{function=\"sample\"} 1",
              "function_billed_seconds_total{function=\"sample\"}",
              "function_memory_peak_bytes{function=\"sample\"}");
      assertThat(TestHost.json(host.management("/health")).path("status").asText()).isEqualTo("UP");
      JsonNode function = TestHost.json(host.management("/functions")).path("functions").path(0);
      assertThat(function.path("name").asText()).isEqualTo("sample");
      assertThat(function.path("concurrency").asInt()).isEqualTo(3);
      JsonNode process = function.path("processes").path(0);
      assertThat(process.path("pid").asText()).isEqualTo(pid);
      assertThat(process.path("state").asText()).isEqualTo("idle");
    }
  }

  @Test
  void figuresThatAFunctionStatesAreServedAndNotLogged(@TempDir Path folder) throws Exception {
    try (TestHost host = TestHost.in(folder).sample(1, Map.of()).start()) {
      host.ask("print " + STATED);
      host.ask("print " + STATED);
      host.ask("print {not figures}");
      await().until(() -> host.log().contains("[sample] {not figures}"));

      assertThat(host.management("/metrics"))
          .contains(
              "darkroom_records_total{outcome=\"completed\",stage=\"image-worker\"} 2.0",
              "darkroom_duration_seconds_sum{stage=\"image-worker\"} 3.0");
      assertThat(host.log()).noneMatch(line -> line.contains("_aws"));
    }
  }
}
