package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** An HTTP endpoint that remembers what it was sent, and answers as told, then with 200. */
final class FakeEndpoint implements AutoCloseable {

  record Received(Headers headers, String body) {
    @Nullable String header(String name) {
      return headers.getFirst(name);
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final HttpServer server;
  private volatile CountDownLatch resumed = new CountDownLatch(0);

  FakeEndpoint() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          try (exchange) {
            received.add(
                new Received(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            awaitResumed();
            exchange.sendResponseHeaders(next(), -1);
          }
        });
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  synchronized void answer(Integer... next) {
    statuses.addAll(Arrays.asList(next));
  }

  /** Takes requests without answering them, until the result is closed. */
  Hanging hang() {
    CountDownLatch latch = new CountDownLatch(1);
    resumed = latch;
    return latch::countDown;
  }

  interface Hanging extends AutoCloseable {
    @Override
    void close();
  }

  List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void awaitResumed() throws IOException {
    try {
      resumed.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private synchronized int next() {
    Integer status = statuses.poll();
    return status == null ? 200 : status;
  }
}
