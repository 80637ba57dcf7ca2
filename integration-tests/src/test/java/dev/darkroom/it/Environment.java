package dev.darkroom.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the shell exports that give the addresses of a running Darkroom. */
record Environment(Map<String, String> variables) {
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='?([^']*)'?");

  static Environment read(Path file) throws IOException {
    return new Environment(
        Files.readAllLines(file).stream()
            .map(EXPORT::matcher)
            .filter(Matcher::matches)
            .collect(Collectors.toUnmodifiableMap(m -> m.group(1), m -> m.group(2))));
  }

  String get(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new NoSuchElementException(name + " is not among " + variables.keySet());
    }
    return value;
  }

  URI uri(String name) {
    return URI.create(get(name));
  }
}
