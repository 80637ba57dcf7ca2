package dev.darkroom.host;

import dev.darkroom.host.clock.ScheduleSpec;
import dev.darkroom.host.http.HttpRoute;
import dev.darkroom.host.queue.MonitoredQueue;
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
 * Configuration of a host, checked as a whole.
 *
 * @param workFolder folder for unpacked packages and AOT caches, which later runs use again
 * @param httpPort loopback port of the HTTP front; 0 for any free port
 * @param managementPort loopback port of metrics, health and the list of processes; 0 for any free
 *     port
 * @param queues queues to measure, whether or not they feed a function
 * @param sqs client for the queues; needed if there are any. The caller closes it
 * @param log takes the functions' output and the host's own lines, from any thread
 */
public record HostConfig(
    Path workFolder,
    int httpPort,
    int managementPort,
    List<FunctionSpec> functions,
    List<QueueSourceSpec> queueSources,
    List<HttpRoute> routes,
    List<MonitoredQueue> queues,
    List<ScheduleSpec> schedules,
    @Nullable SqsClient sqs,
    Consumer<String> log,
    Timing timing) {

  /**
   * @throws IllegalArgumentException if something is wrong; the message has a line for each problem
   */
  public HostConfig {
    functions = List.copyOf(functions);
    queueSources = List.copyOf(queueSources);
    routes = List.copyOf(routes);
    queues = List.copyOf(queues);
    schedules = List.copyOf(schedules);
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
    if (!(queueSources.isEmpty() && queues.isEmpty()) && sqs == null) {
      problems.add("there are queues, but no client for SQS");
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
    for (var schedule : schedules) {
      problems.addAll(schedule.problems());
      if (!names.contains(schedule.function())) {
        problems.add("schedule: no function '%s'".formatted(schedule.function()));
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
