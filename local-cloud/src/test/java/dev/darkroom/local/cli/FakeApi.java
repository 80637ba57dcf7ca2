package dev.darkroom.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The REST API with S3 behind it: refuses whatever was not announced. */
final class FakeApi implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was stored, by file name. */
  final Map<String, byte[]> stored = new ConcurrentHashMap<>();

  private final Map<String, JsonNode> announced = new ConcurrentHashMap<>();
  private final Map<String, Integer> looks = new ConcurrentHashMap<>();
  private final HttpServer server;

  FakeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/uploads", this::announce);
    server.createContext("/bucket/", this::store);
    server.createContext("/media/", this::result);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void announce(HttpExchange exchange) throws IOException {
    var upload = JSON.readTree(exchange.getRequestBody());
    var name = upload.path("fileName").asText();
    if (!upload.path("contentType").asText().startsWith("image/")) {
      answer(
          exchange,
          415,
          "{\"status\":415,\"code\":\"unsupported-format\",\"detail\":\"This is no picture.\"}");
      return;
    }
    announced.put(name, upload);
    answer(
        exchange,
        201,
        """
        {"id": "%s", "method": "PUT", "url": "%s/bucket/%s",
         "headers": {"content-type": "%s", "content-length": "%d", "x-amz-meta-name": "n"}}
        """
            .formatted(
                name,
                uri(),
                name,
                upload.path("contentType").asText(),
                upload.path("size").asLong()));
  }

  private void store(HttpExchange exchange) throws IOException {
    var name = name(exchange);
    var upload = announced.get(name);
    var body = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getRequestHeaders();
    boolean asAnnounced =
        upload != null
            && exchange.getRequestMethod().equals("PUT")
            && upload.path("contentType").asText().equals(headers.getFirst("Content-Type"))
            && "n".equals(headers.getFirst("x-amz-meta-name"))
            && upload.path("size").asLong() == body.length;
    if (asAnnounced) {
      stored.put(name, body);
    }
    answer(exchange, asAnnounced ? 200 : 403, "");
  }

  /** At work when first asked, ready after that. */
  private void result(HttpExchange exchange) throws IOException {
    var name = name(exchange);
    if (!stored.containsKey(name)) {
      answer(exchange, 200, "{\"status\": \"awaiting-upload\"}");
    } else if (looks.merge(name, 1, Integer::sum) == 1) {
      if (name.startsWith("busy")) {
        answer(exchange, 503, "{\"message\": \"Service Unavailable\"}");
      } else {
        answer(exchange, 200, "{\"status\": \"queued\"}");
      }
    } else if (name.startsWith("broken")) {
      answer(
          exchange,
          200,
          """
          {"status": "failed", "error": {"code": "corrupt-file", "message": "The file is damaged."}}
          """);
    } else {
      answer(
          exchange,
          200,
          """
          {"status": "completed", "renditions": [
            {"name": "small", "width": 512, "height": 384, "size": 34567, "url": "http://s3/small"},
            {"name": "storyboard", "size": 829, "url": "http://s3/storyboard"},
            {"name": "stream", "width": 512, "height": 384, "size": 345, "url": "/media/1/s.m3u8"}]}
          """);
    }
  }

  private static String name(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
