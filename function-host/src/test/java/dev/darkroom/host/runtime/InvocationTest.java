package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.host.TestHost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class InvocationTest {

  private TestHost host;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    host =
        TestHost.in(folder).sample(1, Map.of("COLOR", "blue", "AWS_REGION", "eu-north-1")).start();
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void theFunctionGetsTheEventAndItsAnswerComesBack() throws Exception {
    assertThat(host.ask("echo räksmörgås")).isEqualTo("{\"do\":\"echo räksmörgås\"}");
  }

  @Test
  void aProcessIsUsedAgain() throws Exception {
    assertThat(host.ask("pid")).isEqualTo(host.ask("pid"));
  }

  @Test
  void anExceptionOfTheHandlerIsAFailureAndTheProcessLivesOn() throws Exception {
    String pid = host.ask("pid");
    InvocationResult.Failed failed = host.fail("throw no such picture");
    assertThat(failed.errorType()).isEqualTo("java.lang.IllegalStateException");
    assertThat(failed.errorMessage()).isEqualTo("no such picture");
    assertThat(TestHost.json(failed.payload()).path("stackTrace").isEmpty()).isFalse();
    assertThat(host.ask("pid")).isEqualTo(pid);
  }

  @Test
  void theHandlerLearnsWhoItIsAndHowLongItHas() throws Exception {
    JsonNode context = TestHost.json(host.ask("context"));
    assertThat(context.path("arn").asText())
        .isEqualTo("arn:aws:lambda:eu-north-1:000000000000:function:sample");
    assertThat(context.path("requestId").asText()).hasSize(36);
    assertThat(context.path("remaining").asLong())
        .isPositive()
        .isLessThanOrEqualTo(TestHost.AMPLE_TIME.toMillis());
  }

  @Test
  void nothingOfTheHostsEnvironmentReachesTheFunction() throws Exception {
    JsonNode environment = TestHost.json(host.ask("environment"));
    assertThat(environment.path("COLOR").asText()).isEqualTo("blue");
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_NAME").asText()).isEqualTo("sample");
    assertThat(environment.path("AWS_LAMBDA_FUNCTION_MEMORY_SIZE").asText())
        .isEqualTo(Integer.toString(TestHost.AMPLE_MEMORY_MIB));
    assertThat(environment.path("TZ").asText()).isEqualTo(":UTC");
    assertThat(environment.has("HOME")).isFalse();
    assertThat(environment.has("JAVA_HOME")).isFalse();
  }

  @Test
  void anAnswerOverSixMegabytesIsAFailureAndTheProcessLivesOn() throws Exception {
    String pid = host.ask("pid");
    InvocationResult.Failed failed = host.fail("large " + Functions.MAX_PAYLOAD_BYTES);
    assertThat(failed.errorType()).isEqualTo("Function.ResponseSizeTooLarge");
    assertThat(host.ask("large " + (Functions.MAX_PAYLOAD_BYTES - 2)))
        .hasSize(Functions.MAX_PAYLOAD_BYTES);
    assertThat(host.ask("pid")).isEqualTo(pid);
  }

  @Test
  void theLogHasTheOutputAndTheLinesLambdaPrints() throws Exception {
    host.ask("print hello from inside");
    assertThat(host.log())
        .contains("[sample] sample is ready", "[sample] hello from inside")
        .anyMatch(
            line -> line.matches("\\[sample] START RequestId: [0-9a-f-]{36} Version: \\$LATEST"))
        .anyMatch(line -> line.matches("\\[sample] END RequestId: [0-9a-f-]{36}"))
        .anyMatch(
            line ->
                line.matches(
                    "\\[sample] REPORT RequestId: [0-9a-f-]{36}\tDuration: \\d+\\.\\d\\d ms"
                        + "\tBilled Duration: \\d+ ms\tMemory Size: 512 MB"
                        + "\tMax Memory Used: [1-9]\\d* MB\tInit Duration: \\d+\\.\\d\\d ms"));
  }

  @Test
  void anOperatorCanTellProcessesApart() throws Exception {
    ProcessHandle process = ProcessHandle.of(Long.parseLong(host.ask("pid"))).orElseThrow();
    assertThat(process.info().arguments().orElseThrow()).contains("-Dlambda.function=sample");
  }
}
