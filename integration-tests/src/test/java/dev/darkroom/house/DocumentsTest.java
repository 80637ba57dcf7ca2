package dev.darkroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents name files and classes that exist, so that a reader never searches in vain. */
final class DocumentsTest {
  private static final List<Path> DOCUMENTS =
      Stream.of("README.md", "INVARIANTS.md", "docs").map(Sources.ROOT::resolve).toList();

  /** The target of a link in Markdown, without its fragment. */
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)");

  /** A link to a heading: the file, or nothing for the same one, and the anchor. */
  private static final Pattern FRAGMENT = Pattern.compile("\\]\\(([^)#:]*)#([^)]+)\\)");

  /** A name in code font that reads like a class, perhaps with a method. */
  private static final Pattern CLASS = Pattern.compile("`([A-Z][a-z]\\w*)(?:\\.[a-z]\\w*)?`");

  /** Names of the template's resources and parameters, which are written like classes. */
  private static final Pattern TEMPLATE_NAME =
      Pattern.compile("^  ([A-Z]\\w+):", Pattern.MULTILINE);

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    var faults = new ArrayList<String>();
    for (Path document : documents()) {
      LINK.matcher(Files.readString(document))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !link.contains("://"))
          .filter(link -> !Files.exists(document.resolveSibling(link)))
          .forEach(link -> faults.add(document.getFileName() + " links to " + link));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyLinkToAHeadingLeadsToOne() throws IOException {
    var faults = new ArrayList<String>();
    for (Path document : documents()) {
      for (MatchResult link : FRAGMENT.matcher(Files.readString(document)).results().toList()) {
        Path target = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
        if (!anchors(target).contains(link.group(2))) {
          faults.add(document.getFileName() + " links to #" + link.group(2));
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** The anchors that GitHub gives a document's headings. */
  private static List<String> anchors(Path document) throws IOException {
    return Files.readAllLines(document).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void everyClassOnTheWayOfAnUploadExists() throws IOException {
    Set<String> known =
        Stream.concat(Sources.main().stream(), Sources.tests().stream())
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    TEMPLATE_NAME
        .matcher(Files.readString(Sources.ROOT.resolve("infra/template.yaml")))
        .results()
        .forEach(name -> known.add(name.group(1)));

    assertThat(
            CLASS
                .matcher(Files.readString(Sources.ROOT.resolve("docs/ARCHITECTURE.md")))
                .results()
                .map(name -> name.group(1)))
        .hasSizeGreaterThan(20)
        .allSatisfy(name -> assertThat(known).contains(name));
  }

  private static List<Path> documents() throws IOException {
    var documents = new ArrayList<Path>();
    for (Path place : DOCUMENTS) {
      try (Stream<Path> files = Files.walk(place)) {
        documents.addAll(files.filter(file -> file.toString().endsWith(".md")).toList());
      }
    }
    return documents;
  }
}
