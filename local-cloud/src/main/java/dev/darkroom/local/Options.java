package dev.darkroom.local;

import dev.darkroom.local.fault.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a local Darkroom is to run.
 *
 * @param template the SAM template to provision from
 * @param data folder of everything that survives the process
 * @param port of the API and the page; S3, SQS, SNS and management take the following four. 0: any
 *     free ones
 * @param stack starts the name of every resource
 * @param endpoint an emulator to use instead of the embedded cloud
 * @param smtp a server for mails, {@code host:port}; without one they become files
 * @param concurrency processes each function may have at once
 * @param parameters for the template
 * @param settings environment variables that every function is given beside its own
 * @param faults what is to go wrong, for tests
 */
public record Options(
    Path template,
    Path data,
    int port,
    String stack,
    Optional<URI> endpoint,
    Optional<HostAndPort> smtp,
    int concurrency,
    Map<String, String> parameters,
    Map<String, String> settings,
    List<Fault> faults) {

  /** Two at least, or no two workers would ever race for one original as they do on AWS. */
  static final int DEFAULT_CONCURRENCY = Math.max(2, Runtime.getRuntime().availableProcessors());

  static final int DEFAULT_PORT = 8080;

  public Options {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
    faults = List.copyOf(faults);
  }

  /** The port of the service that is {@code offset} after the API. */
  int port(int offset) {
    return port == 0 ? 0 : port + offset;
  }

  /** An address of a server. */
  public record HostAndPort(String host, int port) {}
}
