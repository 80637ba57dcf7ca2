package dev.darkroom.host.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads lines in the Embedded Metric Format (Amazon CloudWatch User Guide, "Specification: Embedded
 * metric format").
 */
final class EmbeddedMetrics {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Properties with few values, which tell more than the dimensions that CloudWatch bills. */
  private static final List<String> COUNTED_BY = List.of("kind", "code", "route");

  private static final List<String> TIMED_BY = List.of("route");

  private EmbeddedMetrics() {}

  /** Returns the figures of a line; none if the line is in another format. */
  static List<Figure> read(String line) {
    if (!line.startsWith("{") || !line.contains("\"_aws\"")) {
      return List.of();
    }
    try {
      return figures(JSON.readTree(line));
    } catch (JsonProcessingException e) {
      return List.of();
    }
  }

  private static List<Figure> figures(JsonNode root) {
    var figures = new ArrayList<Figure>();
    for (JsonNode directive : root.path("_aws").path("CloudWatchMetrics")) {
      String namespace = Figure.name(directive.path("Namespace").asText());
      SortedMap<String, String> dimensions = dimensions(root, directive);
      for (JsonNode metric : directive.path("Metrics")) {
        String name = metric.path("Name").asText();
        if (root.path(name).isNumber()) {
          figures.add(
              figure(root, namespace, name, metric.path("Unit").asText("None"), dimensions));
        }
      }
    }
    return figures;
  }

  private static Figure figure(
      JsonNode root,
      String namespace,
      String metric,
      String unit,
      SortedMap<String, String> dimensions) {
    double perSecond =
        switch (unit) {
          case "Seconds" -> 1;
          case "Milliseconds" -> 1e3;
          case "Microseconds" -> 1e6;
          default -> 0;
        };
    boolean isTime = perSecond > 0;
    var labels = new TreeMap<>(dimensions);
    for (String property : isTime ? TIMED_BY : COUNTED_BY) {
      if (root.path(property).isTextual()) {
        labels.put(property, root.path(property).textValue());
      }
    }
    String name = namespace + "_" + Figure.name(metric);
    double value = root.path(metric).doubleValue();
    return isTime
        ? new Figure(name + "_seconds", true, labels, value / perSecond)
        : new Figure(name, false, labels, value);
  }

  /** Returns all dimensions of a directive: Prometheus sums up where it needs fewer. */
  private static SortedMap<String, String> dimensions(JsonNode root, JsonNode directive) {
    var dimensions = new TreeMap<String, String>();
    for (JsonNode set : directive.path("Dimensions")) {
      for (JsonNode dimension : set) {
        String name = dimension.asText();
        dimensions.put(Figure.name(name), root.path(name).asText());
      }
    }
    return Collections.unmodifiableSortedMap(dimensions);
  }
}
