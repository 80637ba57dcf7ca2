package dev.darkroom.host.runtime;

import java.util.List;

/** A function and its processes, for operators. */
public record FunctionView(String name, int concurrency, List<ProcessView> processes) {
  public FunctionView {
    processes = List.copyOf(processes);
  }
}
