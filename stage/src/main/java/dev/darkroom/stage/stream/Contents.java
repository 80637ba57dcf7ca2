package dev.darkroom.stage.stream;

import dev.darkroom.contract.WorkKey;
import dev.darkroom.contract.stream.StreamPlan;
import dev.darkroom.contract.stream.StreamTask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a listing of a work folder shows.
 *
 * @param open whether the plan is there
 */
public record Contents(boolean open, Set<String> names) {
  private static final String PARTS = "parts/";
  private static final String FAILURES = "failures/";

  public Contents {
    names = Set.copyOf(names);
  }

  /** Reads what the keys of one folder say. */
  public static Contents of(List<String> keys) {
    var names = new HashSet<String>();
    for (String key : keys) {
      WorkKey.parse(key).ifPresent(it -> names.add(it.name()));
    }
    return new Contents(names.contains(WorkKey.PLAN), names);
  }

  /** Name of the object that holds a task's result. */
  public static String part(StreamTask task) {
    return PARTS + name(task);
  }

  static String failure(StreamTask task) {
    return FAILURES + name(task);
  }

  private static String name(StreamTask task) {
    return switch (task) {
      case StreamTask.Segment(int number) -> "%06d".formatted(number);
      case StreamTask.Sound(), StreamTask.Finish() -> task.toString();
    };
  }

  /** Whether a task's result is there. */
  public boolean has(StreamTask task) {
    return names.contains(part(task));
  }

  /** Number of parts that are there. */
  public int parts() {
    return (int) names.stream().filter(name -> name.startsWith(PARTS)).count();
  }

  /** Whether the stream can be finished: all parts are there, or it is known that one cannot be. */
  public boolean decided(StreamPlan plan) {
    return failed(plan).isPresent() || missing(plan).isEmpty();
  }

  /** Returns the first task of a plan that can never succeed. */
  public Optional<StreamTask> failed(StreamPlan plan) {
    return missing(plan).stream().filter(task -> names.contains(failure(task))).findFirst();
  }

  /** Returns the tasks of a plan whose results are not there, except the last one. */
  public List<StreamTask> missing(StreamPlan plan) {
    var tasks = new ArrayList<StreamTask>();
    // The longest of all comes first.
    if (plan.codesSound()) {
      tasks.add(new StreamTask.Sound());
    }
    for (int i = 0; i < plan.segments().size(); i++) {
      tasks.add(new StreamTask.Segment(i));
    }
    tasks.removeIf(this::has);
    return tasks;
  }
}
