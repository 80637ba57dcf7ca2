package dev.darkroom.stage.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * States what happened in a stage, for CloudWatch on AWS and for the host's Prometheus elsewhere.
 * Both read it from the function's standard output, so it costs no request.
 */
public final class Metrics {
  private static final Logger LOG = Logger.getLogger(Metrics.class);

  private final String stage;
  private final Clock clock;
  private final Consumer<String> output;
  private final AtomicBoolean cold = new AtomicBoolean(true);

  public Metrics(String stage) {
    this(stage, Clock.systemUTC(), Metrics::print);
  }

  /**
   * @param output takes lines of JSON
   */
  public Metrics(String stage, Clock clock, Consumer<String> output) {
    this.stage = stage;
    this.clock = clock;
    this.output = output;
  }

  /** Name of the stage, as in {@code image-worker}. */
  public String stage() {
    return stage;
  }

  /** Whether this is the first call in this process. */
  public boolean coldStart() {
    return cold.getAndSet(false);
  }

  /** States an observation; never throws, since no figure is worth a failed record. */
  public void state(Observation observation) {
    try {
      output.accept(EmbeddedMetrics.line(stage, clock.instant(), observation));
    } catch (IOException | RuntimeException e) {
      LOG.warn("a metric could not be stated", e);
    }
  }

  /** Prints line and line end at once, so that no other thread's output comes between them. */
  private static void print(String line) {
    System.out.writeBytes((line + "\n").getBytes(UTF_8));
    System.out.flush();
  }
}
