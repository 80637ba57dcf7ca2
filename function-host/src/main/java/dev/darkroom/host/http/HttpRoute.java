package dev.darkroom.host.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A route of the HTTP API.
 *
 * @param method HTTP method in upper case, or {@code ANY}
 * @param path path with {@code {name}} for one segment, and {@code {name+}} at its end for the rest
 */
public record HttpRoute(String function, String method, String path) {

  private static final Set<String> METHODS =
      Set.of("ANY", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "DELETE");

  private static final Pattern PATH =
      Pattern.compile("/|(/([^/{}]+|\\{[\\w.-]+}))*(/\\{[\\w.-]+\\+}|/([^/{}]+|\\{[\\w.-]+}))/?");

  /** Name of the route in API Gateway, for example {@code ANY /media/{proxy+}}. */
  public String routeKey() {
    return method + " " + path;
  }

  /** Lists the route's faults, one sentence each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (!METHODS.contains(method)) {
      problems.add("route '%s': the method is not one of %s".formatted(routeKey(), METHODS));
    }
    if (!PATH.matcher(path).matches()) {
      problems.add("route '%s': the path is malformed".formatted(routeKey()));
    }
    return problems;
  }
}
