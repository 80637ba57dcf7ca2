package dev.darkroom.local;

import dev.darkroom.host.HostConfig;
import dev.darkroom.host.Timing;
import dev.darkroom.host.clock.ScheduleSpec;
import dev.darkroom.host.http.HttpRoute;
import dev.darkroom.host.queue.MonitoredQueue;
import dev.darkroom.host.queue.QueueSourceSpec;
import dev.darkroom.host.runtime.FunctionSpec;
import dev.darkroom.infra.QueueSource;
import dev.darkroom.infra.ServerlessFunction;
import dev.darkroom.infra.Stack;
import dev.darkroom.local.provision.CloudAccess;
import dev.darkroom.local.provision.ProvisionedQueue;
import dev.darkroom.local.provision.ProvisionedStack;
import dev.darkroom.local.sqs.OldestMessages;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Translates the template's functions and their events into the function host's configuration. */
final class FunctionWiring {
  /**
   * Lambda's own times, except that a start may take 60 s instead of 10 s: a laptop that starts all
   * functions at once would otherwise start them twice.
   */
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(60),
          Timing.DEFAULT.idle(),
          Timing.DEFAULT.integration(),
          Timing.DEFAULT.grace());

  /** Time from the start to the first scheduled calls: a laptop is busy when it starts. */
  private static final Duration FIRST_CALL = Duration.ofMinutes(10);

  private final Stack stack;
  private final ProvisionedStack provisioned;
  private final CloudAccess cloud;
  private final Options options;

  FunctionWiring(Stack stack, ProvisionedStack provisioned, CloudAccess cloud, Options options) {
    this.stack = stack;
    this.provisioned = provisioned;
    this.cloud = cloud;
    this.options = options;
  }

  HostConfig config(DataFolder data, SqsClient sqs) throws IOException {
    // AOT caches are bound to their class path, and the folder may be a link to a shared one.
    return new HostConfig(
        Files.createDirectories(data.of("functions")).toRealPath(),
        options.port(Ports.HTTP),
        options.port(Ports.MANAGEMENT),
        stack.functions().stream().map(this::function).toList(),
        stack.functions().stream().flatMap(it -> sources(it).stream()).toList(),
        stack.functions().stream().flatMap(it -> routes(it).stream()).toList(),
        queues(data),
        stack.functions().stream().flatMap(it -> schedules(it).stream()).toList(),
        sqs,
        System.out::println,
        TIMING);
  }

  /** Lists all queues, those of failed messages included. */
  private List<MonitoredQueue> queues(DataFolder data) {
    var oldest = new OldestMessages(data.of("sqs"));
    return stack.queues().stream()
        .map(
            queue -> monitored(queue.logicalName(), provisioned.queue(queue.logicalName()), oldest))
        .toList();
  }

  /** An emulator's oldest messages are unknown. */
  private MonitoredQueue monitored(String name, ProvisionedQueue queue, OldestMessages oldest) {
    return new MonitoredQueue(
        name,
        queue.url().toString(),
        options.endpoint().isPresent() ? Optional::empty : () -> oldest.sentAt(queue.name()));
  }

  private FunctionSpec function(ServerlessFunction function) {
    return new FunctionSpec(
        function.logicalName(),
        function.code(),
        function.handler(),
        function.memoryMiB(),
        function.timeout(),
        concurrency(function),
        environment(function));
  }

  private int concurrency(ServerlessFunction function) {
    return function.sources().stream()
        .flatMapToInt(source -> source.maximumConcurrency().stream())
        .reduce(options.concurrency(), Math::min);
  }

  private Map<String, String> environment(ServerlessFunction function) {
    var environment = new HashMap<>(provisioned.environment(function));
    // The log of the terminal is for people.
    environment.replace("DARKROOM_LOG", "text");
    environment.putAll(options.settings());
    environment.putAll(cloud.environment());
    // Nothing here issues tokens, and only this machine can connect.
    environment.replace("DARKROOM_AUTHENTICATION", "none");
    return environment;
  }

  private List<QueueSourceSpec> sources(ServerlessFunction function) {
    return function.sources().stream().map(it -> source(function, it)).toList();
  }

  private QueueSourceSpec source(ServerlessFunction function, QueueSource source) {
    var queue = provisioned.queue(source.queue());
    return new QueueSourceSpec(
        function.logicalName(),
        queue.url().toString(),
        queue.arn(),
        source.batchSize(),
        source.batchingWindow(),
        source.reportBatchItemFailures());
  }

  private static List<ScheduleSpec> schedules(ServerlessFunction function) {
    return function.schedules().stream()
        .map(
            schedule ->
                new ScheduleSpec(
                    function.logicalName(),
                    schedule.rate(),
                    Collections.min(List.of(schedule.rate(), FIRST_CALL)),
                    schedule.input()))
        .toList();
  }

  private static List<HttpRoute> routes(ServerlessFunction function) {
    return function.routes().stream()
        .map(route -> new HttpRoute(function.logicalName(), route.method(), route.path()))
        .toList();
  }
}
