package dev.darkroom.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.darkroom.host.runtime.Functions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvocationEndpointTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private TestHost host;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    host = TestHost.in(folder).sample(1, Map.of()).start();
  }

  @AfterEach
  void stop() {
    host.close();
    http.close();
  }

  @Test
  void theFunctionsAnswerIsTheResponse() throws Exception {
    HttpResponse<String> answer = post("/functions/sample/invocations", "{\"n\":1}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"n\":1}");
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).isEmpty();
    assertThat(post("/functions/sample/invocations", "").body()).isEqualTo("{}");
  }

  @Test
  void anErrorOfTheFunctionIsMarkedAsOne() throws Exception {
    HttpResponse<String> answer = post("/functions/sample/invocations", "{\"do\":\"throw up\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("X-Amz-Function-Error")).contains("Unhandled");
    assertThat(TestHost.json(answer.body()).path("errorMessage").asText()).isEqualTo("up");
  }

  @Test
  void whatLambdaRefusesIsRefused() throws Exception {
    assertThat(post("/functions/other/invocations", "{}").statusCode()).isEqualTo(404);
    assertThat(post("/functions/sample/invocations", "{\"half").statusCode()).isEqualTo(400);
    String large = "\"" + "x".repeat(Functions.MAX_PAYLOAD_BYTES) + "\"";
    assertThat(post("/functions/sample/invocations", large).statusCode()).isEqualTo(413);
    assertThat(get("/functions/sample/invocations").statusCode()).isEqualTo(405);
  }

  @Test
  void aFunctionWhoseProcessesAreBusyIsThrottled() throws Exception {
    var slow = http.sendAsync(request("{\"do\":\"sleep 3000\"}"), BodyHandlers.ofString());
    await().until(() -> host.management("/metrics").contains("in_flight{function=\"sample\"} 1.0"));
    assertThat(post("/functions/sample/invocations", "{}").statusCode()).isEqualTo(429);
    assertThat(slow.get().body()).isEqualTo("\"slept\"");
  }

  @Test
  void aPageOfAnotherSiteInvokesNothing() throws Exception {
    HttpRequest forged =
        HttpRequest.newBuilder(uri("/functions/sample/invocations"))
            .header("Sec-Fetch-Site", "cross-site")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    assertThat(http.send(forged, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    assertThat(host.processes()).isEmpty();
  }

  private HttpRequest request(String event) {
    return HttpRequest.newBuilder(uri("/functions/sample/invocations"))
        .POST(BodyPublishers.ofString(event))
        .build();
  }

  private HttpResponse<String> post(String path, String event) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(event)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return host.host().management().resolve(path);
  }
}
