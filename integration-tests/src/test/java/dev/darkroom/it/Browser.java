package dev.darkroom.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, driven through its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Answers answers = new Answers();
  private final WebSocket page;
  private int calls;

  private Browser(Process process, int port) {
    this.process = process;
    JsonNode tabs = new Api(URI.create("http://127.0.0.1:" + port)).get("/json/list").body();
    String address = tabs.path(0).path("webSocketDebuggerUrl").asText();
    this.page = http.newWebSocketBuilder().buildAsync(URI.create(address), answers).join();
  }

  /**
   * Starts one; skips the test where there is none.
   *
   * @param folder for its profile
   */
  static Browser start(Path folder) throws IOException {
    List<Path> installed =
        Stream.of("chromium", "chromium-browser", "google-chrome")
            .flatMap(
                name -> Stream.of(System.getenv("PATH").split(":")).map(at -> Path.of(at, name)))
            .filter(Files::isExecutable)
            .toList();
    assumeTrue(!installed.isEmpty(), "no Chromium on this machine");
    Process process =
        new ProcessBuilder(
                installed.getFirst().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--autoplay-policy=no-user-gesture-required",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("profile"),
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("browser.log").toFile())
            .start();
    Path port = folder.resolve("profile/DevToolsActivePort");
    await("the browser").atMost(PATIENCE).until(() -> Files.exists(port) && Files.size(port) > 0);
    return new Browser(process, Integer.parseInt(Files.readAllLines(port).getFirst()));
  }

  /** Opens a page without its content security policy, so that tests can run scripts in it. */
  void open(URI address) {
    call("Page.enable", Map.of());
    call("Page.setBypassCSP", Map.of("enabled", true));
    call("Page.navigate", Map.of("url", address.toString()));
    await("the page")
        .atMost(PATIENCE)
        .until(
            () -> evaluate("document.readyState + location.href").asText().startsWith("completeh"));
  }

  /** Evaluates an expression in the page, and waits for its promise if it is one. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(answer.path("exceptionDetails").toString());
    }
    return answer.at("/result/value");
  }

  private JsonNode call(String method, Map<String, Object> parameters) {
    int id = ++calls;
    CompletableFuture<JsonNode> answer = answers.expect(id);
    var message = Map.of("id", id, "method", method, "params", parameters);
    page.sendText(JSON.valueToTree(message).toString(), true).join();
    return answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Collects the pieces of messages, and hands answers to whoever waits for them. */
  private static final class Answers implements WebSocket.Listener {
    private final StringBuilder pieces = new StringBuilder();
    private int awaited;
    private CompletableFuture<JsonNode> next = new CompletableFuture<>();

    synchronized CompletableFuture<JsonNode> expect(int id) {
      awaited = id;
      next = new CompletableFuture<>();
      return next;
    }

    @Override
    public synchronized CompletionStage<?> onText(
        WebSocket socket, CharSequence data, boolean last) {
      pieces.append(data);
      if (last) {
        receive(pieces.toString());
        pieces.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void receive(String text) {
      try {
        JsonNode message = JSON.readTree(text);
        if (message.path("id").asInt() == awaited) {
          next.complete(message.path("result"));
        }
      } catch (IOException e) {
        next.completeExceptionally(e);
      }
    }
  }

  @Override
  public void close() {
    page.abort();
    http.shutdownNow();
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
  }
}
