package dev.darkroom.host.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.darkroom.host.runtime.Event;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Converts a request to an event of payload format 2.0 ("Create AWS Lambda proxy integrations for
 * HTTP APIs"). As on AWS, the path is decoded and the query string is not.
 */
final class HttpEvent {

  private static final DateTimeFormatter COMMON_LOG =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Content types that API Gateway passes on as text. Everything else comes in base64, even form
   * data and bodies without a type.
   */
  private static final Pattern TEXT =
      Pattern.compile(
          "text/.*|application/(json|xml|javascript)(\\s*;.*)?", Pattern.CASE_INSENSITIVE);

  /**
   * Headers that concern only the caller's connection, or stand elsewhere in the event. A function
   * that saw {@code Expect: 100-continue} would wait for a body that it already has.
   */
  private static final Set<String> NOT_PASSED_ON =
      Set.of("connection", "cookie", "expect", "keep-alive", "te", "transfer-encoding", "upgrade");

  private final HttpExchange exchange;
  private final RouteTable.Match match;
  private final String requestId;
  private final Instant time;

  HttpEvent(HttpExchange exchange, RouteTable.Match match, String requestId, Instant time) {
    this.exchange = exchange;
    this.match = match;
    this.requestId = requestId;
    this.time = time;
  }

  /** Makes the event for the request with this body. */
  Event of(byte[] body) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("version", "2.0");
    event.put("routeKey", match.route().routeKey());
    event.put("rawPath", exchange.getRequestURI().getPath());
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    event.put("rawQueryString", query);
    List<String> cookies = cookies();
    if (!cookies.isEmpty()) {
      cookies.forEach(event.putArray("cookies")::add);
    }
    headers().forEach(event.putObject("headers")::put);
    if (!query.isEmpty()) {
      parameters(query).forEach(event.putObject("queryStringParameters")::put);
    }
    putContext(event.putObject("requestContext"));
    if (!match.pathParameters().isEmpty()) {
      match.pathParameters().forEach(event.putObject("pathParameters")::put);
    }
    return withBody(event, body);
  }

  private List<String> cookies() {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(Pattern.compile(";\\s*")::splitAsStream)
        .filter(cookie -> !cookie.isBlank())
        .toList();
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String key = name.toLowerCase(Locale.ROOT);
              if (!NOT_PASSED_ON.contains(key)) {
                headers.put(key, String.join(",", values));
              }
            });
    headers.put("x-forwarded-for", sourceIp());
    headers.put("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.merge(name, value, (first, second) -> first + "," + second);
      }
    }
    return parameters;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, UTF_8);
    } catch (IllegalArgumentException e) {
      // It has a stray percent sign. The raw query string has everything.
      return encoded;
    }
  }

  private void putContext(ObjectNode context) {
    String host = Objects.requireNonNullElse(header("Host"), "localhost");
    String domain = host.replaceFirst(":\\d+$", "");
    context.put("accountId", "anonymous");
    context.put("apiId", "local");
    context.put("domainName", domain);
    context.put("domainPrefix", domain.replaceFirst("\\..*", ""));
    ObjectNode http = context.putObject("http");
    http.put("method", exchange.getRequestMethod());
    http.put("path", exchange.getRequestURI().getPath());
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", sourceIp());
    http.put("userAgent", Objects.requireNonNullElse(header("User-Agent"), ""));
    context.put("requestId", requestId);
    context.put("routeKey", match.route().routeKey());
    context.put("stage", "$default");
    context.put("time", COMMON_LOG.format(time));
    context.put("timeEpoch", time.toEpochMilli());
  }

  private Event withBody(ObjectNode event, byte[] body) {
    String contentType = header("Content-Type");
    boolean text = contentType != null && TEXT.matcher(contentType).matches();
    boolean binary = body.length > 0 && !text;
    event.put("isBase64Encoded", binary);
    if (binary) {
      return Event.of(withBinaryBody(event.toString().getBytes(UTF_8), body));
    }
    if (body.length > 0) {
      event.put("body", new String(body, UTF_8));
    }
    return Event.of(event.toString());
  }

  /**
   * Appends a body to an event. Base64 needs no escaping, so a JSON writer would only copy the
   * megabytes of a photo several times.
   */
  private static byte[] withBinaryBody(byte[] event, byte[] body) {
    byte[] encoded = Base64.getEncoder().encode(body);
    byte[] field = ",\"body\":\"".getBytes(UTF_8);
    byte[] end = "\"}".getBytes(UTF_8);
    int bytesBeforeBrace = event.length - 1;
    return ByteBuffer.allocate(bytesBeforeBrace + field.length + encoded.length + end.length)
        .put(event, 0, bytesBeforeBrace)
        .put(field)
        .put(encoded)
        .put(end)
        .array();
  }

  private @Nullable String header(String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private String sourceIp() {
    return exchange.getRemoteAddress().getAddress().getHostAddress();
  }
}
