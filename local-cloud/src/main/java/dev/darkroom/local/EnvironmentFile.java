package dev.darkroom.local;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Formats variables as exports of a POSIX shell. */
record EnvironmentFile(Map<String, String> variables) {
  EnvironmentFile {
    variables = new TreeMap<>(variables);
  }

  String text() {
    return variables.entrySet().stream()
        .map(it -> "export " + it.getKey() + "=" + quoted(it.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
