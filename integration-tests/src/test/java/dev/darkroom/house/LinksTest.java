package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader who follows a link within the documents arrives. */
final class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  @Test
  void everyLinkToAFileOrHeadingLeadsSomewhere() throws IOException {
    var broken = new ArrayList<String>();
    int followed = 0;
    for (Path document : documents()) {
      for (MatchResult link : LINK.matcher(Files.readString(document)).results().toList()) {
        String target = link.group(1);
        if (!target.contains("://")) {
          followed++;
          if (!exists(document, target)) {
            broken.add(Sources.ROOT.relativize(document) + ": " + target);
          }
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(followed).isPositive();
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> top = Files.list(Sources.ROOT);
        Stream<Path> docs = Files.list(Sources.ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList();
    }
  }

  private static boolean exists(Path document, String target) throws IOException {
    int fragment = target.indexOf('#');
    String path = fragment < 0 ? target : target.substring(0, fragment);
    Path file = path.isEmpty() ? document : document.resolveSibling(path);
    if (!Files.exists(file)) {
      return false;
    }
    return fragment < 0 || headings(file).contains(target.substring(fragment + 1));
  }

  /** The anchors that GitHub makes of a document's headings. */
  private static List<String> headings(Path document) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
