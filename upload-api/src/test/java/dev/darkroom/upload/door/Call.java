package dev.darkroom.upload.door;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.amazon.lambda.http.LambdaHttpHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A request in API Gateway's payload format 2.0. */
final class Call {
  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final ObjectNode event = JSON.createObjectNode();
  private final ObjectNode headers;
  private final ObjectNode context;

  private Call(String method, String target) {
    String[] parts = target.split("\\?", 2);
    event.put("version", "2.0").put("routeKey", "$default").put("rawPath", parts[0]);
    event.put("rawQueryString", parts.length == 2 ? parts[1] : "");
    headers = event.putObject("headers");
    headers.put("host", "api.example.com").put("accept", "*/*");
    context = event.putObject("requestContext");
    context
        .putObject("http")
        .put("method", method)
        .put("path", parts[0])
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", "192.0.2.1");
    event.put("isBase64Encoded", false);
  }

  /** With a token of Ada's. */
  static Call of(String method, String target) {
    return anonymous(method, target).as("ada");
  }

  static Call anonymous(String method, String target) {
    return new Call(method, target);
  }

  Call as(String subject) {
    context.putObject("authorizer").putObject("jwt").putObject("claims").put("sub", subject);
    return this;
  }

  Call header(String name, String value) {
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  Call body(String contentType, byte[] body) {
    return body(body).header("content-type", contentType);
  }

  Call body(byte[] body) {
    event.put("isBase64Encoded", true).put("body", Base64.getEncoder().encodeToString(body));
    return header("content-length", String.valueOf(body.length));
  }

  Call json(String body) {
    event.put("isBase64Encoded", false).put("body", body);
    return header("content-type", "application/json");
  }

  Answer send() {
    APIGatewayV2HTTPEvent request = JSON.convertValue(event, APIGatewayV2HTTPEvent.class);
    return Answer.of(new LambdaHttpHandler().handleRequest(request, new NoContext()));
  }

  /**
   * @param headers by any case of their names
   * @param json missing when the body is something else
   */
  record Answer(int status, Map<String, String> headers, String body, JsonNode json) {
    static Answer of(APIGatewayV2HTTPResponse response) {
      var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(response.getHeaders());
      byte[] bytes = bytes(response.getBody(), response.getIsBase64Encoded());
      boolean zipped = headers.getOrDefault("content-encoding", "").equals("gzip");
      String body = new String(zipped ? unzipped(bytes) : bytes, StandardCharsets.UTF_8);
      boolean json = headers.getOrDefault("content-type", "").contains("json");
      return new Answer(
          response.getStatusCode(), headers, body, json ? parse(body) : JSON.missingNode());
    }

    private static byte[] bytes(@Nullable String body, boolean base64) {
      if (body == null) {
        return new byte[0];
      }
      return base64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] unzipped(byte[] bytes) {
      try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new AssertionError("not gzip", e);
      }
    }

    private static JsonNode parse(String body) {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }

    String code() {
      return json.path("code").asText();
    }
  }
}
