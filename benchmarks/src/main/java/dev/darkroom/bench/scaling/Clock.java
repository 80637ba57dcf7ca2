package dev.darkroom.bench.scaling;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Runs actions in the order of their simulated times; those of one time as they were planned. */
final class Clock {
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingDouble(Event::at).thenComparingLong(Event::number));
  private double now;
  private long planned;

  private record Event(double at, long number, Runnable action) {}

  /** Simulated seconds since the start. */
  double now() {
    return now;
  }

  void after(double seconds, Runnable action) {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("an event in the past: " + seconds);
    }
    events.add(new Event(now + seconds, planned++, action));
  }

  /** Runs until nothing is planned any more. */
  void run() {
    for (Event event = events.poll(); event != null; event = events.poll()) {
      now = event.at();
      event.action().run();
    }
  }
}
