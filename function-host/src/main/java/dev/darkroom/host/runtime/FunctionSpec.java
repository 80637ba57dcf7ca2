package dev.darkroom.host.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A packaged function and its limits. The bounds are those of "Lambda quotas" in the AWS Lambda
 * developer guide.
 *
 * @param zip deployment package; with a {@code bootstrap} at its root it is a custom runtime
 * @param handler handler as in Lambda's configuration, for example {@code
 *     com.example.Handler::handleRequest}
 * @param memoryMiB resident memory in MiB above which the process is killed, 128 to 10,240
 * @param timeout maximum duration of an invocation, up to 15 minutes
 * @param concurrency maximum number of processes, 1 to 1,000
 * @param environment environment variables, including region and credentials; the host's own are
 *     not passed on
 */
public record FunctionSpec(
    String name,
    Path zip,
    String handler,
    int memoryMiB,
    Duration timeout,
    int concurrency,
    Map<String, String> environment) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public FunctionSpec {
    environment = Map.copyOf(environment);
  }

  /** Lists the function's faults, one sentence each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (!NAME.matcher(name).matches()) {
      problems.add("function '%s': the name must match %s".formatted(name, NAME));
    }
    if (!Files.isReadable(zip)) {
      problems.add("function '%s': no readable package at %s".formatted(name, zip));
    }
    if (handler.isBlank()) {
      problems.add("function '%s': the handler is empty".formatted(name));
    }
    if (memoryMiB < 128 || memoryMiB > 10_240) {
      problems.add("function '%s': memory %d MiB is not in 128..10240".formatted(name, memoryMiB));
    }
    if (!timeout.isPositive() || timeout.compareTo(Duration.ofMinutes(15)) > 0) {
      problems.add("function '%s': timeout %s is not in 0..15 minutes".formatted(name, timeout));
    }
    if (concurrency < 1 || concurrency > 1_000) {
      problems.add("function '%s': concurrency %d is not in 1..1000".formatted(name, concurrency));
    }
    return problems;
  }
}
