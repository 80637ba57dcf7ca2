package dev.darkroom.host.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves HTTP on 127.0.0.1, with a virtual thread for each request.
 *
 * <p>Answers 403 to requests whose {@code Host} is not this machine, and to requests that a page of
 * another site makes a browser send, unless their method is safe: following a link does no harm.
 */
public final class LoopbackServer implements AutoCloseable {

  /** Methods that change nothing (RFC 9110, section 9.2.1). */
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private static final int SECONDS_TO_FINISH = 1;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a server.
   *
   * @param port 0 for any free port
   * @throws IOException if the port is taken
   */
  public static LoopbackServer open(int port, HttpHandler handler) throws IOException {
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new IOException("cannot listen on port %d: %s".formatted(port, e.getMessage()), e);
    }
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, handler));
    server.start();
    return new LoopbackServer(server, threads);
  }

  private static void serve(HttpExchange exchange, HttpHandler handler) throws IOException {
    try (exchange) {
      if (Loopback.isHostHeader(exchange.getRequestHeaders().getFirst("Host"))
          && !isForged(exchange)) {
        handler.handle(exchange);
      } else {
        send(exchange, 403, "application/json", "{\"message\":\"Forbidden\"}");
      }
    }
  }

  private static boolean isForged(HttpExchange exchange) {
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    return "cross-site".equals(site) && !SAFE_METHODS.contains(exchange.getRequestMethod());
  }

  /** Sends a response. */
  public static void send(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    send(exchange, status, body.getBytes(UTF_8));
  }

  /** Sends a response whose headers are set; without its body where HTTP allows none. */
  public static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || status == 204 || status == 304;
    if (bodiless || body.length == 0) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI uri() {
    return URI.create("http://" + Loopback.ADDRESS + ":" + port());
  }

  /** Stops listening, and gives open requests a second to finish. */
  @Override
  public void close() {
    server.stop(SECONDS_TO_FINISH);
    threads.shutdownNow();
  }
}
