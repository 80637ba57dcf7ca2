package dev.darkroom.host.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.host.TestHost;
import dev.darkroom.host.Timing;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationTimeoutTest {

  @Test
  void aCallerIsNotKeptWaitingWhileTheFunctionGoesOn(@TempDir Path folder) throws Exception {
    Timing impatient =
        new Timing(
            TestHost.AMPLE_TIME,
            TestHost.AMPLE_TIME,
            Duration.ofMillis(300),
            Duration.ofSeconds(10));
    try (TestHost host =
            TestHost.in(folder).sample(1, Map.of()).route("POST", "/").timing(impatient).start();
        HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(host.http().resolve("/"))
              .header("Content-Type", "text/plain")
              .POST(BodyPublishers.ofString("sleep 2000"))
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
      // The first is still at work, so that the second gets no process in time.
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(503);
      await()
          .until(
              () ->
                  host.management("/metrics")
                      .contains(
                          "function_invocations_total{function=\"sample\",outcome=\"success\"} 1.0"));
    }
  }
}
