package dev.darkroom.host.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import dev.darkroom.host.loopback.LoopbackServer;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves Lambda's Runtime API to one process ("Using the Lambda runtime API for custom runtimes").
 * Each process has a loopback port of its own, because the API does not identify the caller.
 */
final class RuntimeApi {

  /** Maximum bytes of a payload: 6 MB as Lambda counts ("Invocation payload, synchronous"). */
  static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024 + 100;

  private static final String JSON_TYPE = "application/json";
  private static final String BASE = "/2018-06-01/runtime";
  private static final Pattern ANSWER =
      Pattern.compile(BASE + "/invocation/([^/]+)/(response|error)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Conversation conversation;
  private final String functionArn;

  private RuntimeApi(Conversation conversation, String functionArn) {
    this.conversation = conversation;
    this.functionArn = functionArn;
  }

  /** Opens the port. Its host and number go into {@code AWS_LAMBDA_RUNTIME_API}. */
  static LoopbackServer open(Conversation conversation, String functionArn) throws IOException {
    return LoopbackServer.open(0, new RuntimeApi(conversation, functionArn)::handle);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean post = exchange.getRequestMethod().equals("POST");
    Matcher answer = ANSWER.matcher(path);
    if (!post && path.equals(BASE + "/invocation/next")) {
      next(exchange);
    } else if (post && path.equals(BASE + "/init/error")) {
      conversation.failInit(readError(exchange));
      accept(exchange);
    } else if (post && answer.matches()) {
      String requestId = answer.group(1);
      if (answer.group(2).equals("response")) {
        response(exchange, requestId);
      } else {
        answer(exchange, requestId, readError(exchange));
      }
    } else {
      refuse(exchange, 404, "InvalidRequest", "no such resource");
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    Invocation invocation;
    try {
      invocation = conversation.next().join().invocation();
    } catch (CancellationException | CompletionException e) {
      refuse(exchange, 410, "Shutdown", "the environment is shut down");
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
    headers.set("Lambda-Runtime-Trace-Id", invocation.traceId());
    headers.set("Content-Type", JSON_TYPE);
    LoopbackServer.send(exchange, 200, invocation.event().bytes());
  }

  private void response(HttpExchange exchange, String requestId) throws IOException {
    byte[] payload = exchange.getRequestBody().readNBytes(MAX_PAYLOAD_BYTES + 1);
    if (payload.length <= MAX_PAYLOAD_BYTES) {
      answer(exchange, requestId, new InvocationResult.Success(new String(payload, UTF_8)));
      return;
    }
    String message =
        "Response payload size exceeded maximum allowed payload size (%d bytes)."
            .formatted(MAX_PAYLOAD_BYTES);
    conversation.answer(
        requestId, InvocationResult.Failed.of("Function.ResponseSizeTooLarge", message));
    refuse(exchange, 413, "RequestEntityTooLarge", message);
  }

  private void answer(HttpExchange exchange, String requestId, InvocationResult result)
      throws IOException {
    if (conversation.answer(requestId, result)) {
      accept(exchange);
    } else {
      refuse(exchange, 400, "InvalidRequestID", "Invalid request ID");
    }
  }

  private static InvocationResult.Failed readError(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readNBytes(MAX_PAYLOAD_BYTES), UTF_8);
    String header = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
    String type = Objects.requireNonNullElse(header, "Runtime.Unknown");
    try {
      JsonNode error = JSON.readTree(body);
      if (error.isObject()) {
        return new InvocationResult.Failed(
            error.path("errorType").asText(type), error.path("errorMessage").asText(""), body);
      }
    } catch (JsonProcessingException e) {
      // Any body is allowed: Lambda uses the header.
    }
    return InvocationResult.Failed.of(type, body);
  }

  private static void accept(HttpExchange exchange) throws IOException {
    LoopbackServer.send(exchange, 202, JSON_TYPE, "{\"status\":\"OK\"}");
  }

  private static void refuse(HttpExchange exchange, int status, String type, String message)
      throws IOException {
    LoopbackServer.send(
        exchange, status, JSON_TYPE, InvocationResult.Failed.of(type, message).payload());
  }
}
