package dev.darkroom.host.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.darkroom.host.loopback.LoopbackServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuntimeApiTest {

  private static final Invocation EVENT =
      new Invocation(
          "id-1", Event.of("{\"event\":1}"), Instant.ofEpochMilli(1_234_567), "Root=1-2-3");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Conversation conversation = new Conversation();
  private LoopbackServer server;

  @BeforeEach
  void open() throws IOException {
    server = RuntimeApi.open(conversation, "arn:aws:lambda:x:0:function:sample");
  }

  @AfterEach
  void close() {
    conversation.end();
    server.close();
  }

  private CompletableFuture<HttpResponse<String>> next() {
    var request =
        HttpRequest.newBuilder(server.uri().resolve("/2018-06-01/runtime/invocation/next"));
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.uri().resolve("/2018-06-01/runtime" + path))
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void theNextEventIsWaitedForAndComesWithItsHeaders() {
    CompletableFuture<HttpResponse<String>> waiting = next();
    assertThat(conversation.init().join()).isInstanceOf(Conversation.Init.Ready.class);
    conversation.begin(EVENT);
    HttpResponse<String> response = waiting.join();
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"event\":1}");
    assertThat(response.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).contains("id-1");
    assertThat(response.headers().firstValue("Lambda-Runtime-Deadline-Ms")).contains("1234567");
    assertThat(response.headers().firstValue("Lambda-Runtime-Trace-Id")).contains("Root=1-2-3");
    assertThat(response.headers().firstValue("Lambda-Runtime-Invoked-Function-Arn"))
        .contains("arn:aws:lambda:x:0:function:sample");
  }

  @Test
  void anAnswerEndsWhenTheNextEventIsAskedFor() throws Exception {
    CompletableFuture<HttpResponse<String>> first = next();
    Turn turn = conversation.begin(EVENT);
    first.join();
    assertThat(post("/invocation/id-1/response", "\"done\"").statusCode()).isEqualTo(202);
    assertThat(turn.answer().join()).isEqualTo(new InvocationResult.Success("\"done\""));
    assertThat(turn.over()).isNotDone();
    CompletableFuture<HttpResponse<String>> second = next();
    turn.over().join();
    conversation.begin(new Invocation("id-2", Event.of("{}"), EVENT.deadline(), EVENT.traceId()));
    assertThat(second.join().headers().firstValue("Lambda-Runtime-Aws-Request-Id"))
        .contains("id-2");
  }

  @Test
  void anErrorIsTheAnswerToo() throws Exception {
    Turn turn = conversation.begin(EVENT);
    String error = "{\"errorType\":\"Bad\",\"errorMessage\":\"no\",\"stackTrace\":[]}";
    assertThat(post("/invocation/id-1/error", error).statusCode()).isEqualTo(202);
    assertThat(turn.answer().join()).isEqualTo(new InvocationResult.Failed("Bad", "no", error));
  }

  @Test
  void anErrorThatIsNoJsonIsToldByItsHeader() throws Exception {
    Turn turn = conversation.begin(EVENT);
    post("/invocation/id-1/error", "oh", "Lambda-Runtime-Function-Error-Type", "Runtime.Oh");
    assertThat(turn.answer().join()).isEqualTo(InvocationResult.Failed.of("Runtime.Oh", "oh"));
  }

  @Test
  void anAnswerToAnotherEventIsRefused() throws Exception {
    assertThat(post("/invocation/id-1/response", "1").statusCode()).isEqualTo(400);
    Turn turn = conversation.begin(EVENT);
    HttpResponse<String> refused = post("/invocation/id-0/response", "1");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("InvalidRequestID");
    assertThat(turn.answer()).isNotDone();
  }

  @Test
  void anAnswerThatIsTooLargeFailsTheInvocationWhateverFollows() throws Exception {
    Turn turn = conversation.begin(EVENT);
    String large = "x".repeat(Functions.MAX_PAYLOAD_BYTES + 1);
    assertThat(post("/invocation/id-1/response", large).statusCode()).isEqualTo(413);
    assertThat(post("/invocation/id-1/error", "{}").statusCode()).isEqualTo(202);
    assertThat(turn.answer().join())
        .isInstanceOfSatisfying(
            InvocationResult.Failed.class,
            failed -> assertThat(failed.errorType()).isEqualTo("Function.ResponseSizeTooLarge"));
  }

  @Test
  void aFailedStartIsTold() throws Exception {
    String error = "{\"errorType\":\"Bad\",\"errorMessage\":\"no\"}";
    assertThat(post("/init/error", error).statusCode()).isEqualTo(202);
    assertThat(conversation.init().join())
        .isEqualTo(new Conversation.Init.Failed(new InvocationResult.Failed("Bad", "no", error)));
  }

  @Test
  void theProcessIsSentAwayWhenTheEnvironmentEnds() {
    CompletableFuture<HttpResponse<String>> waiting = next();
    conversation.init().join();
    conversation.end();
    assertThat(waiting.join().statusCode()).isEqualTo(410);
  }
}
