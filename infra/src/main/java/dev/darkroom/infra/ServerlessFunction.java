package dev.darkroom.infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function and what calls it.
 *
 * @param code the packaged function, absolute
 * @param handler entry point in the runtime's notation
 * @param memoryMiB memory in MiB
 * @param timeout after which an invocation is killed
 * @param environment variables, with references to be resolved
 */
public record ServerlessFunction(
    String logicalName,
    Path code,
    String handler,
    int memoryMiB,
    Duration timeout,
    Map<String, Value> environment,
    List<QueueSource> sources,
    List<Route> routes) {
  public ServerlessFunction {
    environment = Map.copyOf(environment);
    sources = List.copyOf(sources);
    routes = List.copyOf(routes);
  }
}
