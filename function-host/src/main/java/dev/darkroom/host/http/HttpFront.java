package dev.darkroom.host.http;

import com.sun.net.httpserver.HttpExchange;
import dev.darkroom.host.loopback.LoopbackServer;
import dev.darkroom.host.runtime.Event;
import dev.darkroom.host.runtime.Functions;
import dev.darkroom.host.runtime.InvocationResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Passes HTTP requests on to functions, like an HTTP API with its default stage. */
public final class HttpFront implements AutoCloseable {

  /**
   * Maximum bytes to read of a request that is too large, so that the client sees the answer
   * instead of a broken connection.
   */
  private static final long MOST_DISCARDED_BYTES = 512L * 1024 * 1024;

  private final RouteTable routes;
  private final Functions functions;
  private final Duration integrationTimeout;
  private final LoopbackServer server;

  private HttpFront(
      int port, List<HttpRoute> routes, Functions functions, Duration integrationTimeout)
      throws IOException {
    this.routes = new RouteTable(routes);
    this.functions = functions;
    this.integrationTimeout = integrationTimeout;
    this.server = LoopbackServer.open(port, this::handle);
  }

  /**
   * Opens the front.
   *
   * @param integrationTimeout maximum time that a caller waits for a free process and its answer
   * @throws IOException if the port is taken
   */
  public static HttpFront open(
      int port, List<HttpRoute> routes, Functions functions, Duration integrationTimeout)
      throws IOException {
    return new HttpFront(port, routes, functions, integrationTimeout);
  }

  public URI uri() {
    return server.uri();
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String requestId = UUID.randomUUID().toString();
    HttpAnswer answer = answer(exchange, requestId);
    var headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    answer.cookies().forEach(cookie -> headers.add("Set-Cookie", cookie));
    headers.set("Apigw-Requestid", requestId);
    LoopbackServer.send(exchange, answer.status(), answer.body().bytes());
  }

  private HttpAnswer answer(HttpExchange exchange, String requestId) throws IOException {
    Optional<RouteTable.Match> match =
        routes.find(exchange.getRequestMethod(), exchange.getRequestURI().getPath());
    InputStream in = exchange.getRequestBody();
    byte[] body = in.readNBytes(Functions.MAX_PAYLOAD_BYTES + 1);
    discardRest(in);
    if (match.isEmpty()) {
      return HttpAnswer.NOT_FOUND;
    }
    if (body.length > Functions.MAX_PAYLOAD_BYTES) {
      return HttpAnswer.TOO_LARGE;
    }
    Event event = new HttpEvent(exchange, match.get(), requestId, Instant.now()).of(body);
    if (event.isTooLarge()) {
      return HttpAnswer.TOO_LARGE;
    }
    return invoke(match.get().route().function(), event);
  }

  private static void discardRest(InputStream in) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long left = MOST_DISCARDED_BYTES;
    while (left > 0) {
      int read = in.read(buffer);
      if (read < 0) {
        return;
      }
      left -= read;
    }
  }

  private HttpAnswer invoke(String function, Event event) {
    var result = new CompletableFuture<InvocationResult>();
    // In a thread of its own, because the function goes on when its caller stops waiting.
    Thread.ofVirtual().name(function + "-request").start(() -> invoke(function, event, result));
    try {
      return switch (result.get(integrationTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
        case InvocationResult.Success(String payload) -> HttpAnswer.of(payload);
        case InvocationResult.Failed failed -> HttpAnswer.FUNCTION_ERROR;
        case InvocationResult.Throttled throttled -> HttpAnswer.UNAVAILABLE;
      };
    } catch (TimeoutException e) {
      return HttpAnswer.UNAVAILABLE;
    } catch (ExecutionException e) {
      return HttpAnswer.FUNCTION_ERROR;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HttpAnswer.UNAVAILABLE;
    }
  }

  private void invoke(String function, Event event, CompletableFuture<InvocationResult> result) {
    try {
      // A laptop has few processes where Lambda has a thousand, so callers wait for one.
      result.complete(functions.invoke(function, event, integrationTimeout));
    } catch (InterruptedException | RuntimeException e) {
      result.completeExceptionally(e);
    }
  }
}
