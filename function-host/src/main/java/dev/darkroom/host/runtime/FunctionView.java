package dev.darkroom.host.runtime;

import java.util.List;

/** A function as an operator sees it. */
public record FunctionView(String name, int concurrency, List<ProcessView> processes) {
  public FunctionView {
    processes = List.copyOf(processes);
  }
}
