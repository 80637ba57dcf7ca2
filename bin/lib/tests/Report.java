import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** What came of a module's tests, as Surefire and Failsafe reported it. */
record Report(int passed, List<Problem> failed, List<Problem> skipped) {
  private static final List<String> FOLDERS = List.of("surefire-reports", "failsafe-reports");

  /**
   * A test that did not pass.
   *
   * @param text its message and stack trace, or why it was skipped
   * @param folder where its class's report and output are
   */
  record Problem(String type, String test, String text, Path folder) {
    String simpleType() {
      return type.substring(type.lastIndexOf('.') + 1);
    }
  }

  /** Reads a module's reports that are not older than an instant. */
  static Report read(Path module, Instant start) {
    var report = new Report(0, List.of(), List.of());
    for (String name : FOLDERS) {
      Path folder = module.resolve("target").resolve(name);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(Report::isReport).sorted().toList()) {
            if (!Files.getLastModifiedTime(file).toInstant().isBefore(start)) {
              report = report.and(parse(file));
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return report;
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-") && name.endsWith(".xml");
  }

  private static Report parse(Path file) throws IOException {
    Element suite;
    try {
      suite = document(file);
    } catch (SAXException e) {
      // The process was killed while it wrote.
      String type = file.getFileName().toString().replaceAll("^TEST-|\\.xml$", "");
      String text = "The report cannot be read: " + e.getMessage();
      return new Report(
          0, List.of(new Problem(type, "(report)", text, file.getParent())), List.of());
    }
    int passed = 0;
    var failed = new ArrayList<Problem>();
    var skipped = new ArrayList<Problem>();
    for (Element test : children(suite, "testcase")) {
      Element failure = first(test, "failure", "error");
      Element skip = first(test, "skipped");
      if (failure != null) {
        failed.add(problem(test, text(failure), file));
      } else if (skip != null) {
        skipped.add(problem(test, reason(skip), file));
      } else {
        passed++;
      }
    }
    return new Report(passed, failed, skipped);
  }

  private static Element document(Path file) throws IOException, SAXException {
    try (InputStream in = Files.newInputStream(file)) {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      // The default one prints.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(in).getDocumentElement();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Problem problem(Element test, String text, Path file) {
    return new Problem(
        test.getAttribute("classname"), test.getAttribute("name"), text, file.getParent());
  }

  private static String text(Element failure) {
    String trace = failure.getTextContent().strip();
    return trace.isEmpty() ? failure.getAttribute("message") : trace;
  }

  /** Returns the reason that a test gave. Surefire writes it as a message or before a trace. */
  private static String reason(Element skip) {
    String firstLine = skip.getTextContent().strip().lines().findFirst().orElse("");
    String message = skip.getAttribute("message");
    return (message.isEmpty() ? firstLine : message)
        .replaceFirst("^org\\.opentest4j\\.\\w+: ", "")
        .replaceFirst("^Assumption failed: ", "");
  }

  private static Element first(Element parent, String... names) {
    return Stream.of(names)
        .flatMap(name -> children(parent, name).stream())
        .findFirst()
        .orElse(null);
  }

  private static List<Element> children(Element parent, String name) {
    var children = new ArrayList<Element>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private Report and(Report other) {
    return new Report(
        passed + other.passed, concat(failed, other.failed), concat(skipped, other.skipped));
  }

  private static List<Problem> concat(List<Problem> some, List<Problem> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  boolean isEmpty() {
    return passed == 0 && failed.isEmpty() && skipped.isEmpty();
  }
}
