package dev.darkroom.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.darkroom.host.TestHost;
import dev.darkroom.host.runtime.Functions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class HttpFrontTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private TestHost host;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    host =
        TestHost.in(folder)
            .sample(2, Map.of())
            .route("ANY", "/media/{proxy+}")
            .route("POST", "/uploads")
            .start();
  }

  @AfterAll
  void stop() {
    host.close();
  }

  private HttpResponse<String> post(String path, BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(host.http().resolve(path)).POST(body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> tell(String command) throws IOException, InterruptedException {
    return post("/uploads", BodyPublishers.ofString(command), "Content-Type", "text/plain");
  }

  private JsonNode echo(String path, String... headers) throws IOException, InterruptedException {
    return JSON.readTree(post(path, BodyPublishers.noBody(), headers).body());
  }

  @Test
  void theFunctionGetsTheRequestInPayloadFormatTwo() throws Exception {
    JsonNode event =
        echo(
            "/media/a%20b/c%C3%BC?tag=x%20y&tag=z&flag",
            "X-Kind", "photo", "X-Kind", "raw", "Cookie", "one=1; two=2", "User-Agent", "test");
    assertThat(event.path("version").asText()).isEqualTo("2.0");
    assertThat(event.path("routeKey").asText()).isEqualTo("ANY /media/{proxy+}");
    assertThat(event.path("rawPath").asText()).isEqualTo("/media/a b/cü");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("tag=x%20y&tag=z&flag");
    assertThat(event.path("queryStringParameters").path("tag").asText()).isEqualTo("x y,z");
    assertThat(event.path("queryStringParameters").path("flag").asText("?")).isEmpty();
    assertThat(event.path("pathParameters").path("proxy").asText()).isEqualTo("a b/cü");
    assertThat(event.path("headers").path("x-kind").asText()).isEqualTo("photo,raw");
    assertThat(event.path("headers").has("cookie")).isFalse();
    assertThat(event.path("cookies").valueStream().map(JsonNode::asText))
        .containsExactly("one=1", "two=2");
    JsonNode context = event.path("requestContext");
    assertThat(context.path("stage").asText()).isEqualTo("$default");
    assertThat(context.path("routeKey").asText()).isEqualTo("ANY /media/{proxy+}");
    assertThat(context.path("requestId").asText()).isNotEmpty();
    assertThat(context.path("timeEpoch").asLong()).isPositive();
    assertThat(context.path("time").asText())
        .matches("\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000");
    assertThat(context.path("http").path("method").asText()).isEqualTo("POST");
    assertThat(context.path("http").path("path").asText()).isEqualTo("/media/a b/cü");
    assertThat(context.path("http").path("protocol").asText()).isEqualTo("HTTP/1.1");
    assertThat(context.path("http").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("http").path("userAgent").asText()).isEqualTo("test");
    assertThat(event.path("isBase64Encoded").asBoolean(true)).isFalse();
    assertThat(event.has("body")).isFalse();
  }

  @Test
  void whatOnlyConcernsTheConnectionIsNotPassedOn() throws Exception {
    var request =
        HttpRequest.newBuilder(host.http().resolve("/media/1"))
            .expectContinue(true)
            .POST(BodyPublishers.ofByteArray(new byte[100]))
            .build();
    JsonNode event = JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    assertThat(event.path("headers").has("expect")).isFalse();
    assertThat(event.path("headers").has("connection")).isFalse();
    assertThat(event.path("headers").has("host")).isTrue();
  }

  @Test
  void textComesAsTextAndAllElseInBase64() throws Exception {
    String text = "{\"color\":\"blå\"}";
    JsonNode asText =
        JSON.readTree(
            post("/uploads", BodyPublishers.ofString(text), "Content-Type", "application/json; v=1")
                .body());
    assertThat(asText.path("body").asText()).isEqualTo(text);
    assertThat(asText.path("isBase64Encoded").asBoolean()).isFalse();
    for (String type : List.of("image/jpeg", "application/x-www-form-urlencoded")) {
      JsonNode encoded =
          JSON.readTree(
              post("/uploads", BodyPublishers.ofString(text), "Content-Type", type).body());
      assertThat(Base64.getDecoder().decode(encoded.path("body").asText()))
          .asString(UTF_8)
          .isEqualTo(text);
      assertThat(encoded.path("isBase64Encoded").asBoolean()).isTrue();
    }
  }

  @Test
  void theAnswerIsTheFunctionsResponse() throws Exception {
    HttpResponse<String> response =
        tell(
            "answer {\"statusCode\":202,\"headers\":{\"location\":\"/media/1\"},"
                + "\"cookies\":[\"a=1\",\"b=2\"],\"body\":\"taken\"}");
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("taken");
    assertThat(response.headers().firstValue("Location")).contains("/media/1");
    assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(response.headers().firstValue("Apigw-Requestid")).isPresent();
  }

  @Test
  void aPathOrMethodWithoutARouteIsNotFound() throws Exception {
    var request = HttpRequest.newBuilder(host.http().resolve("/uploads")).build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(post("/media", BodyPublishers.noBody()).statusCode()).isEqualTo(404);
  }

  @Test
  void aFunctionThatFailsIsAnInternalError() throws Exception {
    HttpResponse<String> response = tell("throw secret detail");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(tell("answer {\"statusCode\":\"soon\"}").statusCode()).isEqualTo(500);
    assertThat(tell("large " + Functions.MAX_PAYLOAD_BYTES).statusCode()).isEqualTo(500);
  }

  @Test
  void aRequestWhoseEventIsOverSixMegabytesIsTooLarge() throws Exception {
    // Five megabytes fit as text, but not in base64.
    byte[] body = "x".repeat(5_000_000).getBytes(UTF_8);
    HttpResponse<String> response =
        post("/uploads", BodyPublishers.ofByteArray(body), "Content-Type", "image/jpeg");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    byte[] large = new byte[20_000_000];
    assertThat(
            post("/uploads", BodyPublishers.ofByteArray(large), "Content-Type", "image/jpeg")
                .statusCode())
        .isEqualTo(413);
    assertThat(
            post("/media/x", BodyPublishers.ofByteArray(body), "Content-Type", "text/x")
                .statusCode())
        .isNotEqualTo(413);
  }

  @Test
  void moreRequestsThanProcessesWaitForTheirTurn() {
    List<Integer> statuses =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    client.sendAsync(
                        HttpRequest.newBuilder(host.http().resolve("/media/" + i)).build(),
                        BodyHandlers.ofString()))
            .toList()
            .stream()
            .map(response -> response.join().statusCode())
            .toList();
    assertThat(statuses).hasSize(12).containsOnly(200);
  }

  @Test
  void whatAPageFromElsewhereSendsIsForbiddenAndItsLinksAreNot() throws Exception {
    String[] fromElsewhere = {"Sec-Fetch-Site", "cross-site"};
    assertThat(post("/uploads", BodyPublishers.ofString("{}"), fromElsewhere).statusCode())
        .isEqualTo(403);
    assertThat(
            client
                .send(
                    HttpRequest.newBuilder(host.http().resolve("/media/1"))
                        .headers(fromElsewhere)
                        .build(),
                    BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aRequestForAForeignHostIsForbidden() throws Exception {
    assertThat(statusForHost("rebound.example.com")).isEqualTo("HTTP/1.1 403 Forbidden");
    assertThat(statusForHost("127.0.0.1.example.com")).isEqualTo("HTTP/1.1 403 Forbidden");
    assertThat(statusForHost("localhost:1234")).isEqualTo("HTTP/1.1 200 OK");
    assertThat(statusForHost("[::1]")).isEqualTo("HTTP/1.1 200 OK");
  }

  /** By hand, since the JDK's client does not let its user set the host. */
  private String statusForHost(String name) throws IOException {
    URI uri = host.http();
    try (Socket socket = new Socket(uri.getHost(), uri.getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(
          "GET /media/x HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(name)
              .getBytes(UTF_8));
      return new String(in.readAllBytes(), UTF_8).lines().findFirst().orElse("");
    }
  }
}
