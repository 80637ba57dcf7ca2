package dev.darkroom.local.alarm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Figures in Prometheus' text format, version 0.0.4 ("Exposition formats" in its documentation).
 */
record Figures(List<Figure> all) {
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)(?: -?\\d+)?");

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  record Figure(String name, Map<String, String> labels, double value) {}

  Figures {
    all = List.copyOf(all);
  }

  static Figures parse(String text) {
    var figures = new ArrayList<Figure>();
    for (var line : text.lines().toList()) {
      var parts = LINE.matcher(line);
      if (parts.matches()) {
        figures.add(new Figure(parts.group(1), labels(parts.group(2)), number(parts.group(3))));
      }
    }
    return new Figures(figures);
  }

  private static Map<String, String> labels(@Nullable String text) {
    var labels = new HashMap<String, String>();
    if (text != null) {
      LABEL.matcher(text).results().forEach(it -> labels.put(it.group(1), it.group(2)));
    }
    return labels;
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Sums up the figures of a selection. Returns empty if there are none. */
  OptionalDouble sum(Selection selection) {
    var selected =
        all.stream()
            .filter(it -> selection.takes(it.name(), it.labels()))
            .mapToDouble(Figure::value)
            .toArray();
    return selected.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Arrays.stream(selected).sum());
  }
}
