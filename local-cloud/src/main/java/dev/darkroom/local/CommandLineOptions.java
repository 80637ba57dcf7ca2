package dev.darkroom.local;

import dev.darkroom.local.OptionConverters.ConcurrencyConverter;
import dev.darkroom.local.OptionConverters.EndpointConverter;
import dev.darkroom.local.OptionConverters.PairConverter;
import dev.darkroom.local.OptionConverters.PortConverter;
import dev.darkroom.local.OptionConverters.SmtpConverter;
import dev.darkroom.local.OptionConverters.StackConverter;
import dev.darkroom.local.OptionConverters.TemplateConverter;
import dev.darkroom.local.Options.HostAndPort;
import dev.darkroom.local.fault.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Holds what the command line says, with a default for everything. */
final class CommandLineOptions {
  @Option(
      names = "--template",
      paramLabel = "FILE",
      converter = TemplateConverter.class,
      description = "SAM template to provision (default: infra/template.yaml)")
  private Path template = Path.of("infra/template.yaml");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder that holds all state (default: .darkroom)")
  private Path data = Path.of(".darkroom");

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = PortConverter.class,
      description =
          "Port of the API and the page (default: 8080). S3, SQS, SNS and management take the next"
              + " four. 0 takes any free ports.")
  private int port = Options.DEFAULT_PORT;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      converter = PairConverter.class,
      description = "Parameter of the template. May be repeated.")
  private List<Map.Entry<String, String>> parameters = new ArrayList<>();

  @Option(
      names = "--setting",
      paramLabel = "NAME=VALUE",
      converter = PairConverter.class,
      description =
          "Environment variable for every function, such as DARKROOM_VIDEO_HLS=true. May be"
              + " repeated.")
  private List<Map.Entry<String, String>> settings = new ArrayList<>();

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      converter = StackConverter.class,
      description = "Prefix of every resource's name (default: darkroom)")
  private String stack = "darkroom";

  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      converter = EndpointConverter.class,
      description = "Emulator to use instead of the embedded cloud")
  private Optional<URI> endpoint = Optional.empty();

  @Option(
      names = "--smtp",
      paramLabel = "HOST:PORT",
      converter = SmtpConverter.class,
      description = "Mail server to send to, instead of writing mails to DIR/mail")
  private Optional<HostAndPort> smtp = Optional.empty();

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      converter = ConcurrencyConverter.class,
      description = "Processes per function (default: one per core, at least 2)")
  private int concurrency = Options.DEFAULT_CONCURRENCY;

  @Option(
      names = "--fault",
      paramLabel = "KIND:PREFIX[:N]",
      converter = FaultConverter.class,
      description =
          "For tests: slow:P:MILLISECONDS, duplicated:P, delayed:P:MILLISECONDS or"
              + " lost-answer:P:TIMES, for keys that begin with P. May be repeated.")
  private List<Fault> faults = new ArrayList<>();

  Options options() {
    return new Options(
        template,
        data,
        port,
        stack,
        endpoint,
        smtp,
        concurrency,
        map(parameters),
        map(settings),
        faults);
  }

  /** Collects pairs by name. The last pair of a name wins. */
  private static Map<String, String> map(List<Map.Entry<String, String>> pairs) {
    var map = new LinkedHashMap<String, String>();
    pairs.forEach(pair -> map.put(pair.getKey(), pair.getValue()));
    return map;
  }
}
