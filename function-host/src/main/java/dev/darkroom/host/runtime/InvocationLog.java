package dev.darkroom.host.runtime;

import dev.darkroom.host.figures.StatedFigures;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Logs the invocations of a function, and counts them for Prometheus. */
final class InvocationLog {

  private final String function;
  private final Consumer<String> sink;
  private final FunctionMetrics metrics;
  private final StatedFigures figures;

  InvocationLog(
      String function, Consumer<String> sink, FunctionMetrics metrics, StatedFigures figures) {
    this.function = function;
    this.sink = sink;
    this.metrics = metrics;
    this.figures = figures;
    metrics.introduce(function);
  }

  /** Logs a line that the function printed, unless it is meant for Prometheus. */
  void printed(String line) {
    if (!figures.take(line)) {
      output(line);
    }
  }

  private void output(String line) {
    sink.accept("[" + function + "] " + line);
  }

  void throttled() {
    metrics.throttled(function);
    output("Throttled: all processes are busy");
  }

  void began() {
    metrics.began(function);
  }

  void ended() {
    metrics.ended(function);
  }

  void start(String requestId) {
    output("START RequestId: " + requestId + " Version: " + FunctionArn.VERSION);
  }

  void end(InvocationResult result, Report report) {
    boolean stopped = !report.outcome().status().isEmpty();
    if (stopped && result instanceof InvocationResult.Failed failed) {
      output(failed.errorMessage());
    }
    output("END RequestId: " + report.requestId());
    output(report.line());
    metrics.reported(function, report);
  }

  void initFailed(Starter.Start start) {
    switch (start) {
      case Starter.Start.Failed(var error, var took) ->
          initReport(took, "error\tError Type: " + error.errorType());
      case Starter.Start.TooSlow(var limit) -> initReport(limit, "timeout");
      case Starter.Start.Ready ready -> throw new IllegalArgumentException("this start went well");
    }
  }

  private void initReport(Duration took, String status) {
    output(
        String.format(
            Locale.ROOT,
            "INIT_REPORT Init Duration: %.2f ms\tPhase: init\tStatus: %s",
            Report.millis(took),
            status));
  }
}
