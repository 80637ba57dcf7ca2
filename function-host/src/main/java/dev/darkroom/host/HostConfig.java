package dev.darkroom.host;

import dev.darkroom.host.http.HttpRoute;
import dev.darkroom.host.queue.QueueSourceSpec;
import dev.darkroom.host.runtime.FunctionSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * All a host needs to know, checked as a whole.
 *
 * @param workFolder where packages are unpacked; kept between runs, since it is keyed by content
 * @param httpPort port of the HTTP front on loopback; 0 for any free one
 * @param managementPort port of metrics, health and the list of processes on loopback; 0 for any
 * @param sqs client for the queues; needed if there are queue sources, never closed by the host
 * @param log takes the functions' output and the host's own lines, from any thread
 */
public record HostConfig(
    Path workFolder,
    int httpPort,
    int managementPort,
    List<FunctionSpec> functions,
    List<QueueSourceSpec> queueSources,
    List<HttpRoute> routes,
    @Nullable SqsClient sqs,
    Consumer<String> log,
    Timing timing) {

  /**
   * @throws IllegalArgumentException naming everything that is wrong, a line each
   */
  public HostConfig {
    functions = List.copyOf(functions);
    queueSources = List.copyOf(queueSources);
    routes = List.copyOf(routes);
    var problems = new ArrayList<String>();
    checkPort("HTTP port", httpPort, problems);
    checkPort("management port", managementPort, problems);
    var names = new HashSet<String>();
    for (var function : functions) {
      problems.addAll(function.problems());
      if (!names.add(function.name())) {
        problems.add("function '%s' is defined twice".formatted(function.name()));
      }
    }
    for (var source : queueSources) {
      problems.addAll(source.problems());
      if (!names.contains(source.function())) {
        problems.add(
            "queue source %s: no function '%s'".formatted(source.queueArn(), source.function()));
      }
    }
    if (!queueSources.isEmpty() && sqs == null) {
      problems.add("there are queue sources, but no client for SQS");
    }
    var keys = new HashSet<String>();
    for (var route : routes) {
      problems.addAll(route.problems());
      if (!names.contains(route.function())) {
        problems.add("route '%s': no function '%s'".formatted(route.routeKey(), route.function()));
      }
      if (!keys.add(route.routeKey())) {
        problems.add("route '%s' is defined twice".formatted(route.routeKey()));
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          problems.stream().collect(Collectors.joining("\n- ", "The host cannot start:\n- ", "")));
    }
  }

  private static void checkPort(String what, int port, List<String> problems) {
    if (port < 0 || port > 65_535) {
      problems.add("%s %d is not in 0..65535".formatted(what, port));
    }
  }
}
