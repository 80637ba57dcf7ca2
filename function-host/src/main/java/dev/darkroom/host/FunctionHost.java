package dev.darkroom.host;

import dev.darkroom.host.clock.ClockSource;
import dev.darkroom.host.http.HttpFront;
import dev.darkroom.host.loopback.LoopbackServer;
import dev.darkroom.host.queue.QueueGauges;
import dev.darkroom.host.queue.QueueSource;
import dev.darkroom.host.queue.QueueSourceSpec;
import dev.darkroom.host.runtime.Event;
import dev.darkroom.host.runtime.FunctionSpec;
import dev.darkroom.host.runtime.Functions;
import dev.darkroom.host.runtime.InvocationResult;
import dev.darkroom.host.runtime.Lifetimes;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs packaged functions, with an HTTP front, queues and a clock that feed them. */
public final class FunctionHost implements AutoCloseable {

  private final Functions functions;
  private final HttpFront front;
  private final LoopbackServer management;
  private final List<QueueSource> sources;
  private final List<ClockSource> clocks;
  private final Duration grace;

  private FunctionHost(
      Functions functions,
      HttpFront front,
      LoopbackServer management,
      List<QueueSource> sources,
      List<ClockSource> clocks,
      Duration grace) {
    this.functions = functions;
    this.front = front;
    this.management = management;
    this.sources = sources;
    this.clocks = clocks;
    this.grace = grace;
  }

  /**
   * Unpacks the functions, opens the ports and starts to poll.
   *
   * @throws IOException if a package cannot be unpacked or a port is taken
   */
  public static FunctionHost start(HostConfig config) throws IOException {
    var registry = new PrometheusRegistry();
    Timing timing = config.timing();
    Functions functions =
        Functions.open(
            config.workFolder(),
            config.functions(),
            new Lifetimes(timing.init(), timing.idle()),
            config.log(),
            registry);
    HttpFront front =
        HttpFront.open(config.httpPort(), config.routes(), functions, timing.integration());
    List<QueueSource> sources = sources(config, functions);
    if (!config.queues().isEmpty()) {
      registry.register(new QueueGauges(config.queues(), Objects.requireNonNull(config.sqs())));
    }
    LoopbackServer management;
    try {
      management = ManagementPort.open(config.managementPort(), functions, sources, registry);
    } catch (IOException e) {
      front.close();
      throw e;
    }
    // Last, so that nothing is taken from a queue by a host that does not come up.
    sources.forEach(QueueSource::start);
    List<ClockSource> clocks =
        config.schedules().stream()
            .map(schedule -> new ClockSource(schedule, functions, config.log()))
            .toList();
    clocks.forEach(ClockSource::start);
    return new FunctionHost(functions, front, management, sources, clocks, timing.grace());
  }

  private static List<QueueSource> sources(HostConfig config, Functions functions) {
    Map<String, Integer> concurrencies =
        config.functions().stream()
            .collect(Collectors.toMap(FunctionSpec::name, FunctionSpec::concurrency));
    var sources = new ArrayList<QueueSource>();
    for (QueueSourceSpec spec : config.queueSources()) {
      sources.add(
          QueueSource.of(
              spec,
              Objects.requireNonNull(concurrencies.get(spec.function())),
              functions,
              Objects.requireNonNull(config.sqs()),
              config.log()));
    }
    return sources;
  }

  /** Address of the HTTP front. */
  public URI http() {
    return front.uri();
  }

  /** Address of metrics, health and the list of processes. */
  public URI management() {
    return management.uri();
  }

  /**
   * Invokes a function like Lambda's Invoke with type RequestResponse. Throttles at once if all of
   * the function's processes are busy.
   *
   * @param payload event as JSON
   * @throws IllegalArgumentException if there is no such function, or the event is larger than 6 MB
   */
  public InvocationResult invoke(String function, String payload) throws InterruptedException {
    return functions.invoke(function, Event.of(payload), Duration.ZERO);
  }

  /** Takes no more work, lets invocations under way end within the grace time, ends processes. */
  @Override
  public void close() {
    Instant deadline = Instant.now().plus(grace);
    clocks.forEach(ClockSource::stop);
    sources.forEach(QueueSource::stop);
    try {
      functions.close(grace);
      // The messages handled last are still to be deleted from their queues.
      for (QueueSource source : sources) {
        source.awaitEnd(deadline);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    front.close();
    management.close();
  }
}
