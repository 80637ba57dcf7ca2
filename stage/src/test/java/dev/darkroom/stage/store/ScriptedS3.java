package dev.darkroom.stage.store;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A server that gives the answers a test tells it, one for each request, and nothing else. */
final class ScriptedS3 implements AutoCloseable {
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final S3Client client;
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Integer> ports = new HashSet<>();
  private final CompletableFuture<Long> brokenOff = new CompletableFuture<>();
  private volatile Headers lastHeaders = new Headers();

  ScriptedS3() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
    client =
        S3Client.builder()
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
  }

  S3Client client() {
    return client;
  }

  /** The next answer; a {@code Content-Length} among the headers is that of a HEAD. */
  void answer(int status, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    answers.add(
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          boolean head = exchange.getRequestMethod().equals("HEAD");
          exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
          if (!head && bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
          }
        });
  }

  /** The next answer is an error, like {@code 404 NoSuchKey}. */
  void refuse(String statusAndCode) {
    String[] parts = statusAndCode.split(" ", 2);
    answer(
        Integer.parseInt(parts[0]),
        Map.of("Content-Type", "application/xml"),
        "<Error><Code>" + parts[1] + "</Code><Message>As told.</Message></Error>");
  }

  /** The next answer sends zeros until somebody breaks it off. */
  void answerEndlessly(Map<String, String> headers, long length) {
    answers.add(
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::set);
          exchange.sendResponseHeaders(200, length);
          long count = 0;
          byte[] zeros = new byte[64 * 1024];
          try (OutputStream body = exchange.getResponseBody()) {
            for (; count < length; count += zeros.length) {
              body.write(zeros);
            }
          } finally {
            brokenOff.complete(count);
          }
        });
  }

  /** How many bytes of an endless answer were sent when it was broken off. */
  CompletableFuture<Long> brokenOff() {
    return brokenOff;
  }

  /** Method and path of all requests so far. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  String lastHeader(String name) {
    return Objects.requireNonNull(lastHeaders.getFirst(name), name);
  }

  /** How many connections the requests so far came through. */
  synchronized int connections() {
    return ports.size();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      synchronized (this) {
        ports.add(exchange.getRemoteAddress().getPort());
      }
      lastHeaders = exchange.getRequestHeaders();
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
      Answer answer = answers.poll();
      if (answer == null) {
        exchange.sendResponseHeaders(501, -1);
      } else {
        answer.to(exchange);
      }
    }
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
  }
}
