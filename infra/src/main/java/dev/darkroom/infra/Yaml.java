package dev.darkroom.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads YAML into a tree of nodes, which keeps tags and line numbers. */
final class Yaml {
  private static final Place START = new Place("", 1);

  private Yaml() {}

  /** Reads the template's sections by name. Reports a file that is no YAML mapping. */
  static Map<String, Node> sections(Path file, Problems problems) {
    try (var reader = Files.newBufferedReader(file)) {
      var root = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(reader);
      if (root instanceof MappingNode mapping) {
        return entries(mapping, START, problems);
      }
      problems.add(START, "a mapping of sections is expected here");
    } catch (MarkedYAMLException malformed) {
      var mark = malformed.getProblemMark();
      problems.add(
          mark == null ? START : new Place("", mark.getLine() + 1),
          "not YAML: " + malformed.getProblem());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the template " + file, unreadable);
    }
    return Map.of();
  }

  /** Entries of a mapping, in order. Reports a repeated key. */
  static Map<String, Node> entries(MappingNode mapping, Place place, Problems problems) {
    var entries = new LinkedHashMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(place.field("?", line(tuple.getKeyNode())), "a plain key is expected here");
      } else if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        problems.add(place.field(key.getValue(), line(key)), "this key comes twice");
      }
    }
    return entries;
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
