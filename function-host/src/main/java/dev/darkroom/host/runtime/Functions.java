package dev.darkroom.host.runtime;

import dev.darkroom.host.figures.StatedFigures;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Invokes the functions of a host by name. */
public final class Functions {

  /** Maximum bytes of an event and of an answer ("Invocation payload, synchronous"). */
  public static final int MAX_PAYLOAD_BYTES = RuntimeApi.MAX_PAYLOAD_BYTES;

  private final Map<String, FunctionPool> pools;

  private Functions(Map<String, FunctionPool> pools) {
    this.pools = pools;
  }

  /**
   * Unpacks the functions. Starts none before its first event.
   *
   * @param log takes the functions' output and the lines about their invocations, from any thread
   * @throws IOException if a package is no zip, or if the folder cannot be written
   */
  public static Functions open(
      Path workFolder,
      List<FunctionSpec> specs,
      Lifetimes lifetimes,
      Consumer<String> log,
      PrometheusRegistry registry)
      throws IOException {
    var packages = new PackageStore(workFolder.resolve("packages"));
    Path folder = workFolder.toAbsolutePath();

    var metrics = new FunctionMetrics(registry);
    var figures = new StatedFigures();
    registry.register(figures);
    var pools = new LinkedHashMap<String, FunctionPool>();
    for (FunctionSpec spec : specs) {
      DeploymentPackage code = packages.unpack(spec.zip());
      var runtime = code.isCustomRuntime() ? null : managedRuntime(spec, code, folder);
      var launcher = new Launcher(spec, code, folder.resolve("tmp"), runtime);
      var invocationLog = new InvocationLog(spec.name(), log, metrics, figures);
      pools.put(spec.name(), new FunctionPool(spec, launcher, lifetimes, invocationLog));
    }
    return new Functions(pools);
  }

  private static ManagedRuntime managedRuntime(
      FunctionSpec spec, DeploymentPackage code, Path folder) throws IOException {
    RuntimeInterfaceClient client = RuntimeInterfaceClient.unpack(folder.resolve("runtime"));
    return ManagedRuntime.of(spec, code, client, folder.resolve("aot"));
  }

  /**
   * Has a function handle an event, and waits for the result.
   *
   * @param patience maximum time to wait for a free process; zero to throttle at once
   * @throws IllegalArgumentException if there is no such function, or the event is larger than
   *     {@link #MAX_PAYLOAD_BYTES}
   */
  public InvocationResult invoke(String function, Event event, Duration patience)
      throws InterruptedException {
    if (event.isTooLarge()) {
      throw new IllegalArgumentException(
          "the event for '%s' is larger than %d bytes".formatted(function, MAX_PAYLOAD_BYTES));
    }
    return pool(function).invoke(event, patience);
  }

  /** Whether there is a function of this name. */
  public boolean has(String function) {
    return pools.containsKey(function);
  }

  /** Waits until a process of the function is free or may be started. */
  public void awaitSlot(String function) throws InterruptedException {
    pool(function).awaitSlot();
  }

  private FunctionPool pool(String function) {
    FunctionPool pool = pools.get(function);
    if (pool == null) {
      throw new IllegalArgumentException("there is no function '%s'".formatted(function));
    }
    return pool;
  }

  /** Lists the functions and their processes, in the order of their configuration. */
  public List<FunctionView> list() {
    return pools.values().stream().map(FunctionPool::view).toList();
  }

  /** Takes no more events, lets those under way end within the grace time, ends all processes. */
  public void close(Duration grace) throws InterruptedException {
    Instant deadline = Instant.now().plus(grace);
    pools.values().forEach(FunctionPool::stop);
    for (FunctionPool pool : pools.values()) {
      pool.close(deadline);
    }
  }
}
