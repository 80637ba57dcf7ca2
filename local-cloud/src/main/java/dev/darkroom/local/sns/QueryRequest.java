package dev.darkroom.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parameters of a request in the AWS Query protocol, or of an element of one of its lists. */
record QueryRequest(Map<String, String> parameters) {

  QueryRequest {
    parameters = Map.copyOf(parameters);
  }

  /** Parses {@code application/x-www-form-urlencoded}, the format of query strings too. */
  static QueryRequest parse(String form) {
    Map<String, String> parameters = new HashMap<>();
    try {
      for (String pair : form.split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(
              URLDecoder.decode(pair.substring(0, equals), UTF_8),
              URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      throw Refusal.invalidParameter("The request is not form-encoded");
    }
    return new QueryRequest(parameters);
  }

  @Nullable String optional(String name) {
    return parameters.get(name);
  }

  String optional(String name, String fallback) {
    return parameters.getOrDefault(name, fallback);
  }

  String required(String name) {
    String value = parameters.get(name);
    if (value == null || value.isEmpty()) {
      throw Refusal.invalidParameter(name + " Reason: no value for required parameter");
    }
    return value;
  }

  /** Reads a list, sent as {@code name.1.field}, {@code name.2.field}…, in numerical order. */
  List<QueryRequest> list(String name) {
    Map<Integer, Map<String, String>> elements = new TreeMap<>();
    String prefix = name + ".";
    parameters.forEach(
        (key, value) -> {
          int dot = key.indexOf('.', prefix.length());
          if (key.startsWith(prefix) && dot > 0) {
            elements
                .computeIfAbsent(number(key, prefix.length(), dot), _ -> new HashMap<>())
                .put(key.substring(dot + 1), value);
          }
        });
    return elements.values().stream().map(QueryRequest::new).toList();
  }

  /** Reads a map, sent as {@code name.entry.1.key}, {@code name.entry.1.value}… */
  Map<String, String> map(String name) {
    Map<String, String> entries = new LinkedHashMap<>();
    list(name + ".entry")
        .forEach(entry -> entries.put(entry.required("key"), entry.optional("value", "")));
    return entries;
  }

  private static int number(String key, int from, int to) {
    try {
      return Integer.parseInt(key, from, to, 10);
    } catch (NumberFormatException e) {
      throw Refusal.invalidParameter(key);
    }
  }
}
