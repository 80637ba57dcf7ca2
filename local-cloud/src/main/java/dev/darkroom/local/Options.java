package dev.darkroom.local;

import dev.darkroom.local.fault.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settings of a local Darkroom.
 *
 * @param template SAM template to provision
 * @param data folder of everything that survives the process
 * @param port port of the API and the page; S3, SQS, SNS and management take the next four. 0 takes
 *     any free ports
 * @param stack prefix of every resource's name
 * @param endpoint emulator to use instead of the embedded cloud
 * @param smtp mail server; without one, mails become files
 * @param concurrency maximum number of processes of each function
 * @param parameters values of the template's parameters
 * @param settings environment variables for every function, in addition to its own
 * @param faults faults to produce, for tests
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

  /** At least two, so that workers can race for one original as they do on AWS. */
  static final int DEFAULT_CONCURRENCY = Math.max(2, Runtime.getRuntime().availableProcessors());

  static final int DEFAULT_PORT = 8080;

  public Options {
    parameters = Map.copyOf(parameters);
    settings = Map.copyOf(settings);
    faults = List.copyOf(faults);
  }

  /** Port of a service, {@code offset} after the API's. */
  int port(int offset) {
    return port == 0 ? 0 : port + offset;
  }

  /** Address of a server. */
  public record HostAndPort(String host, int port) {}
}
