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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server on 127.0.0.1, with a virtual thread a request. It answers 403 to requests for hosts
 * other than this one: a page may point its own name at 127.0.0.1 (DNS rebinding), but cannot
 * change what the browser puts into {@code Host}. Nor does it take what a page from elsewhere has a
 * browser send to it; following a link is no harm.
 */
public final class LoopbackServer implements AutoCloseable {

  private static final Pattern THIS_HOST =
      Pattern.compile(
          "(localhost|([\\w-]+\\.)+localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?",
          Pattern.CASE_INSENSITIVE);

  /** RFC 9110, 9.2.1: they change nothing. */
  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private static final int SECONDS_TO_FINISH = 1;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * @param port 0 for any free one
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
      if (isThisHost(exchange.getRequestHeaders().getFirst("Host")) && !isForged(exchange)) {
        handler.handle(exchange);
      } else {
        send(exchange, 403, "application/json", "{\"message\":\"Forbidden\"}");
      }
    }
  }

  /** Whether a request for this host names it as a loopback address or name. */
  public static boolean isThisHost(@Nullable String host) {
    return host != null && THIS_HOST.matcher(host).matches();
  }

  private static boolean isForged(HttpExchange exchange) {
    String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
    return "cross-site".equals(site) && !SAFE_METHODS.contains(exchange.getRequestMethod());
  }

  /** Sends a whole answer. */
  public static void send(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    send(exchange, status, body.getBytes(UTF_8));
  }

  /** Sends a whole answer, its headers being set; none of the body where HTTP allows none. */
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
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Stops listening, and lets answers under way be sent for a second. */
  @Override
  public void close() {
    server.stop(SECONDS_TO_FINISH);
    threads.shutdownNow();
  }
}
