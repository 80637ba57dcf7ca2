package dev.darkroom.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.darkroom.host.loopback.LoopbackServer;
import dev.darkroom.host.queue.QueueSource;
import dev.darkroom.host.runtime.Functions;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Serves {@code /health}, {@code /metrics}, {@code /functions} and the functions' invocations to
 * operators and tests.
 */
final class ManagementPort {

  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Functions functions;
  private final List<QueueSource> sources;
  private final PrometheusRegistry registry;
  private final InvocationEndpoint invocations;

  private ManagementPort(
      Functions functions, List<QueueSource> sources, PrometheusRegistry registry) {
    this.functions = functions;
    this.sources = sources;
    this.registry = registry;
    this.invocations = new InvocationEndpoint(functions);
  }

  static LoopbackServer open(
      int port, Functions functions, List<QueueSource> sources, PrometheusRegistry registry)
      throws IOException {
    return LoopbackServer.open(port, new ManagementPort(functions, sources, registry)::handle);
  }

  private void handle(HttpExchange exchange) throws IOException {
    switch (exchange.getRequestURI().getPath()) {
      case String path when InvocationEndpoint.matches(path) -> invocations.handle(exchange);
      case "/health" -> health(exchange);
      case "/metrics" -> metrics(exchange);
      case "/functions" ->
          LoopbackServer.send(
              exchange,
              200,
              JSON_TYPE,
              JSON.writeValueAsString(Map.of("functions", functions.list())));
      default -> LoopbackServer.send(exchange, 404, JSON_TYPE, "{\"message\":\"Not Found\"}");
    }
  }

  private void health(HttpExchange exchange) throws IOException {
    List<String> away =
        sources.stream()
            .filter(source -> !source.isPolling())
            .map(source -> source.spec().queueArn())
            .toList();
    Map<String, Object> health =
        Map.of("status", away.isEmpty() ? "UP" : "DOWN", "notPolling", away);
    LoopbackServer.send(
        exchange, away.isEmpty() ? 200 : 503, JSON_TYPE, JSON.writeValueAsString(health));
  }

  private void metrics(HttpExchange exchange) throws IOException {
    var writer = PrometheusTextFormatWriter.create();
    var out = new ByteArrayOutputStream();
    writer.write(out, registry.scrape());
    exchange.getResponseHeaders().set("Content-Type", writer.getContentType());
    LoopbackServer.send(exchange, 200, out.toByteArray());
  }
}
