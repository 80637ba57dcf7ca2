package dev.darkroom.host.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the route of a request. "API Gateway selects the route with the most-specific match", and
 * full matches before greedy ones ("Create routes for HTTP APIs in API Gateway").
 */
final class RouteTable {

  /**
   * A route that matches a request.
   *
   * @param pathParameters decoded values of the names in braces
   */
  record Match(HttpRoute route, Map<String, String> pathParameters) {
    Match {
      pathParameters = Map.copyOf(pathParameters);
    }
  }

  /** Matches a literal, {@code {name}} or {@code {name+}}. */
  private static final Pattern PART = Pattern.compile("\\{([\\w.-]+)(\\+?)}|[^{]+");

  private final List<Entry> entries;

  RouteTable(List<HttpRoute> routes) {
    entries =
        routes.stream()
            .map(Entry::of)
            .sorted(
                Comparator.comparing(Entry::greedy)
                    .thenComparing(Comparator.comparingInt(Entry::literalLength).reversed())
                    .thenComparing(entry -> entry.route().method().equals("ANY")))
            .toList();
  }

  /**
   * Finds the most specific route.
   *
   * @param path decoded path of the request
   */
  Optional<Match> find(String method, String path) {
    return entries.stream().flatMap(entry -> entry.match(method, path).stream()).findFirst();
  }

  private record Entry(
      HttpRoute route, Pattern pattern, List<String> names, boolean greedy, int literalLength) {

    static Entry of(HttpRoute route) {
      var pattern = new StringBuilder();
      var names = new ArrayList<String>();
      boolean greedy = false;
      int literalLength = 0;
      Matcher parts = PART.matcher(route.path());
      while (parts.find()) {
        String name = parts.group(1);
        if (name == null) {
          pattern.append(Pattern.quote(parts.group()));
          literalLength += parts.group().length();
        } else {
          names.add(name);
          greedy |= !parts.group(2).isEmpty();
          pattern.append(parts.group(2).isEmpty() ? "([^/]+)" : "(.+)");
        }
      }
      return new Entry(route, Pattern.compile(pattern.toString()), names, greedy, literalLength);
    }

    Optional<Match> match(String method, String path) {
      Matcher matcher = pattern.matcher(path);
      if (!(route.method().equals("ANY") || route.method().equals(method)) || !matcher.matches()) {
        return Optional.empty();
      }
      var parameters = new LinkedHashMap<String, String>();
      for (int i = 0; i < names.size(); i++) {
        parameters.put(names.get(i), matcher.group(i + 1));
      }
      return Optional.of(new Match(route, parameters));
    }
  }
}
