package dev.darkroom.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.darkroom.host.loopback.LoopbackServer;
import dev.darkroom.host.runtime.Event;
import dev.darkroom.host.runtime.Functions;
import dev.darkroom.host.runtime.InvocationResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Invokes functions at {@code POST /functions/{name}/invocations}, and answers as Lambda's Invoke
 * does (AWS Lambda API Reference, "Invoke"): the body is the event and the function's answer, and
 * the header {@code X-Amz-Function-Error} says that the answer is an error.
 */
final class InvocationEndpoint {
  private static final Pattern PATH = Pattern.compile("/functions/([A-Za-z0-9_-]+)/invocations");
  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Functions functions;

  InvocationEndpoint(Functions functions) {
    this.functions = functions;
  }

  /** Whether a path names invocations of a function. */
  static boolean matches(String path) {
    return PATH.matcher(path).matches();
  }

  void handle(HttpExchange exchange) throws IOException {
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    byte[] body = exchange.getRequestBody().readNBytes(Functions.MAX_PAYLOAD_BYTES + 1);
    if (!path.matches() || !functions.has(path.group(1))) {
      fail(exchange, 404, "ResourceNotFoundException", "There is no such function.");
    } else if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      fail(exchange, 405, "InvalidRequestContentException", "Invocations are posted.");
    } else if (body.length > Functions.MAX_PAYLOAD_BYTES) {
      fail(exchange, 413, "RequestTooLargeException", "The event is larger than 6 MB.");
    } else if (body.length > 0 && !isJson(body)) {
      fail(exchange, 400, "InvalidRequestContentException", "The event is not JSON.");
    } else {
      invoke(exchange, path.group(1), body.length == 0 ? Event.of("{}") : Event.of(body));
    }
  }

  private static boolean isJson(byte[] body) throws IOException {
    try {
      return !JSON.readTree(body).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private void invoke(HttpExchange exchange, String function, Event event) throws IOException {
    try {
      switch (functions.invoke(function, event, Duration.ZERO)) {
        case InvocationResult.Success(String payload) ->
            LoopbackServer.send(exchange, 200, JSON_TYPE, payload);
        case InvocationResult.Failed failed -> {
          exchange.getResponseHeaders().set("X-Amz-Function-Error", "Unhandled");
          LoopbackServer.send(exchange, 200, JSON_TYPE, failed.payload());
        }
        case InvocationResult.Throttled() ->
            fail(exchange, 429, "TooManyRequestsException", "All of its processes are busy.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(exchange, 503, "ServiceException", "The host is ending.");
    }
  }

  private static void fail(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    exchange.getResponseHeaders().set("X-Amzn-Errortype", type);
    String body = JSON.writeValueAsString(Map.of("Message", message));
    LoopbackServer.send(exchange, status, JSON_TYPE, body);
  }
}
