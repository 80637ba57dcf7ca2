package dev.darkroom.infra;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A function, with its queues, routes and schedules.
 *
 * @param code absolute path of the packaged function
 * @param handler entry point in the runtime's notation
 * @param memoryMiB memory in MiB
 * @param timeout maximum duration of an invocation
 * @param environment variables, with unresolved references
 */
public record ServerlessFunction(
    String logicalName,
    Path code,
    String handler,
    int memoryMiB,
    Duration timeout,
    Map<String, Value> environment,
    List<QueueSource> sources,
    List<Route> routes,
    List<Schedule> schedules) {
  public ServerlessFunction {
    environment = Map.copyOf(environment);
    sources = List.copyOf(sources);
    routes = List.copyOf(routes);
    schedules = List.copyOf(schedules);
  }
}
