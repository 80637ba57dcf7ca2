package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Packages import each other in one direction. {@link ArchitectureTest} reads bytecode, into which
 * the compiler copies constants without a trace of where they came from; this reads the sources.
 */
final class PackageImportsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z0-9.]+);");
  private static final Pattern IMPORT =
      Pattern.compile("(?m)^import (?:static )?(dev\\.darkroom(?:\\.[a-z0-9]+)*)\\.[A-Z]");

  @Test
  void packagesImportEachOtherInOneDirection() throws IOException {
    var imports = imports();

    assertThat(imports).hasSizeGreaterThan(20);
    for (String start : imports.keySet()) {
      assertThat(wayBack(start, imports)).as("cycle of packages").isEmpty();
    }
  }

  /** The packages of the project that each package imports from. */
  private static Map<String, Set<String>> imports() throws IOException {
    var imports = new TreeMap<String, Set<String>>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.toList()) {
        Path sources = module.resolve("src/main/java");
        if (Files.isDirectory(sources)) {
          read(sources, imports);
        }
      }
    }
    return imports;
  }

  private static void read(Path sources, Map<String, Set<String>> imports) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        var declared = PACKAGE.matcher(source);
        assertThat(declared.find()).as("package of " + file).isTrue();
        var of = imports.computeIfAbsent(declared.group(1), _ -> new TreeSet<>());
        IMPORT.matcher(source).results().forEach(it -> of.add(it.group(1)));
        of.remove(declared.group(1));
      }
    }
  }

  /** A path of imports from a package to itself; empty if there is none. */
  private static List<String> wayBack(String start, Map<String, Set<String>> imports) {
    return wayTo(start, start, imports, new TreeSet<>());
  }

  private static List<String> wayTo(
      String end, String from, Map<String, Set<String>> imports, Set<String> seen) {
    for (String next : imports.getOrDefault(from, Set.of())) {
      if (next.equals(end)) {
        return List.of(from, end);
      }
      if (seen.add(next)) {
        List<String> rest = wayTo(end, next, imports, seen);
        if (!rest.isEmpty()) {
          var way = new ArrayList<>(List.of(from));
          way.addAll(rest);
          return way;
        }
      }
    }
    return List.of();
  }
}
