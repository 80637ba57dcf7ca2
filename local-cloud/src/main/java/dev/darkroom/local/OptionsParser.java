package dev.darkroom.local;

import dev.darkroom.local.Options.HostAndPort;
import dev.darkroom.local.fault.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the command line; all faults are reported at once. */
final class OptionsParser {
  static final String USAGE =
      """
      Usage: LocalDarkroom [options]
        --template FILE         SAM template to provision from (infra/template.yaml)
        --data DIR              folder of all state (.darkroom)
        --port N                of the API and page; S3, SQS, SNS and management take the next four;
                                0 for any free ones (8080)
        --parameter NAME=VALUE  parameter of the template; may be repeated
        --setting NAME=VALUE    environment variable for every function, like DARKROOM_VIDEO_HLS=true;
                                may be repeated
        --stack NAME            starts the name of every resource (darkroom)
        --endpoint URL          use the emulator there instead of the embedded cloud
        --smtp HOST:PORT        send mails there instead of writing them to DIR/mail
        --concurrency N         processes each function may have at once (one per core, at least 2)
        --fault KIND:PREFIX[:N] for tests: slow:P:MILLISECONDS, duplicated:P, delayed:P:MILLISECONDS
                                or lost-answer:P:TIMES, for keys that begin with P""";

  /** Leaves room for the four ports after it. */
  private static final int HIGHEST_PORT = 65_531;

  private final List<String> problems = new ArrayList<>();

  private Path template = Path.of("infra/template.yaml");
  private Path data = Path.of(".darkroom");
  private int port = Options.DEFAULT_PORT;
  private String stack = "darkroom";
  private Optional<URI> endpoint = Optional.empty();
  private Optional<HostAndPort> smtp = Optional.empty();
  private int concurrency = Options.DEFAULT_CONCURRENCY;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private OptionsParser() {}

  /** What a command line comes to. */
  sealed interface Parsed {
    record Accepted(Options options) implements Parsed {}

    record Refused(List<String> problems) implements Parsed {}
  }

  static Parsed parse(List<String> arguments) {
    var parser = new OptionsParser();
    var remaining = arguments.iterator();
    while (remaining.hasNext()) {
      parser.option(remaining.next(), remaining);
    }
    return parser.result();
  }

  private Parsed result() {
    if (!Files.isReadable(template)) {
      problems.add("--template: there is no readable file " + template);
    }
    if (!problems.isEmpty()) {
      return new Parsed.Refused(List.copyOf(problems));
    }
    return new Parsed.Accepted(
        new Options(
            template,
            data,
            port,
            stack,
            endpoint,
            smtp,
            concurrency,
            parameters,
            settings,
            faults));
  }

  private void option(String name, Iterator<String> remaining) {
    switch (name) {
      case "--template" -> value(name, remaining).ifPresent(it -> template = Path.of(it));
      case "--data" -> value(name, remaining).ifPresent(it -> data = Path.of(it));
      case "--port" -> number(name, remaining, 0, HIGHEST_PORT).ifPresent(it -> port = it);
      case "--stack" -> value(name, remaining).ifPresent(this::stack);
      case "--endpoint" -> value(name, remaining).ifPresent(this::endpoint);
      case "--smtp" -> value(name, remaining).ifPresent(this::smtp);
      case "--concurrency" -> number(name, remaining, 1, 1000).ifPresent(it -> concurrency = it);
      case "--parameter" -> value(name, remaining).ifPresent(it -> pair(name, it, parameters));
      case "--setting" -> value(name, remaining).ifPresent(it -> pair(name, it, settings));
      case "--fault" ->
          value(name, remaining)
              .ifPresent(it -> FaultParser.parse(it, problems).ifPresent(faults::add));
      default -> problems.add("there is no option " + name);
    }
  }

  private Optional<String> value(String name, Iterator<String> remaining) {
    if (remaining.hasNext()) {
      return Optional.of(remaining.next());
    }
    problems.add(name + " needs a value");
    return Optional.empty();
  }

  private Optional<Integer> number(String name, Iterator<String> remaining, int least, int most) {
    return value(name, remaining)
        .flatMap(
            text -> {
              var number = Numbers.parse(text, least, most);
              if (number.isEmpty()) {
                problems.add(
                    "%s: '%s' is not a number from %d to %d".formatted(name, text, least, most));
              }
              return number;
            });
  }

  /** The bucket's name begins with it, so the rules are those of buckets. */
  private void stack(String name) {
    if (!name.matches("[a-z0-9][a-z0-9-]{0,30}")) {
      problems.add("--stack: '" + name + "' is not 1 to 31 of a-z, 0-9 and -");
    }
    stack = name;
  }

  private void endpoint(String text) {
    if (!text.matches("https?://[^/]+/?")) {
      problems.add("--endpoint: '" + text + "' is not a URL like http://127.0.0.1:4566");
      return;
    }
    endpoint = Optional.of(URI.create(text));
  }

  private void smtp(String text) {
    int colon = text.lastIndexOf(':');
    var number = Numbers.parse(text.substring(colon + 1), 1, 65_535);
    if (colon < 1 || number.isEmpty()) {
      problems.add("--smtp: '" + text + "' is not HOST:PORT");
      return;
    }
    smtp = Optional.of(new HostAndPort(text.substring(0, colon), number.get()));
  }

  private void pair(String name, String text, Map<String, String> pairs) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      problems.add(name + ": '" + text + "' is not NAME=VALUE");
      return;
    }
    pairs.put(text.substring(0, equals), text.substring(equals + 1));
  }
}
