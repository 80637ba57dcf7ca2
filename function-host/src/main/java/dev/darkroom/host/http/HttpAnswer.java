package dev.darkroom.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An HTTP response.
 *
 * @param headers headers by name, in any case
 * @param cookies values of {@code Set-Cookie}
 */
record HttpAnswer(int status, Map<String, String> headers, List<String> cookies, Body body) {

  /** Body of a response. */
  interface Body {
    byte[] bytes();
  }

  /** Headers that the server sets itself, or that concern only its connection. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding");

  private static final ObjectMapper JSON = new ObjectMapper();

  HttpAnswer {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  static final HttpAnswer NOT_FOUND = message(404, "Not Found");
  static final HttpAnswer TOO_LARGE = message(413, "Request Entity Too Large");
  static final HttpAnswer FUNCTION_ERROR = message(500, "Internal Server Error");

  /** API Gateway's answer if a function takes too long or is throttled. */
  static final HttpAnswer UNAVAILABLE = message(503, "Service Unavailable");

  private static HttpAnswer message(int status, String message) {
    return json(status, "{\"message\":\"%s\"}".formatted(message));
  }

  private static HttpAnswer json(int status, String body) {
    return new HttpAnswer(
        status, Map.of("content-type", "application/json"), List.of(), () -> body.getBytes(UTF_8));
  }

  /**
   * Reads what a function returned: a response of format 2.0 or, if it has no {@code statusCode},
   * any JSON, which is sent unchanged ("Format 2.0 assumptions").
   */
  static HttpAnswer of(String payload) {
    JsonNode answer;
    try {
      answer = JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      return FUNCTION_ERROR;
    }
    if (answer.isMissingNode()) {
      return FUNCTION_ERROR;
    }
    if (!answer.has("statusCode")) {
      return json(200, answer.isTextual() ? answer.textValue() : payload);
    }
    return structured(answer);
  }

  private static HttpAnswer structured(JsonNode answer) {
    int status = answer.path("statusCode").asInt();
    if (status < 200 || status > 599) {
      return FUNCTION_ERROR;
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    answer
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    // Not removeAll, which may compare by the other set's rules, and those are case-sensitive.
    NOT_PASSED_ON.forEach(headers::remove);
    headers.putIfAbsent("content-type", "text/plain;charset=UTF-8");
    var cookies = new ArrayList<String>();
    answer.path("cookies").forEach(cookie -> cookies.add(cookie.asText()));
    JsonNode body = answer.path("body");
    byte[] bytes;
    try {
      bytes =
          answer.path("isBase64Encoded").asBoolean()
              ? Base64.getDecoder().decode(body.asText(""))
              : text(body).getBytes(UTF_8);
    } catch (IllegalArgumentException e) {
      return FUNCTION_ERROR;
    }
    return new HttpAnswer(status, headers, cookies, () -> bytes);
  }

  private static String text(JsonNode body) {
    return body.isContainerNode() ? body.toString() : body.asText("");
  }
}
