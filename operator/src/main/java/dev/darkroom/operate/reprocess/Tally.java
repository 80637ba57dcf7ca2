package dev.darkroom.operate.reprocess;

import dev.darkroom.operate.results.Position;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts what came of uploads, and remembers how far a walk has come. */
final class Tally {
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private @Nullable Position position;
  private @Nullable RuntimeException fault;

  synchronized void add(Outcome outcome) {
    counts.merge(outcome, 1, Integer::sum);
  }

  /** Keeps one fault of those that were met, to be told. */
  synchronized void met(RuntimeException one) {
    fault = one;
  }

  /** Notes that everything up to here is done. */
  synchronized void reach(Position reached) {
    position = reached;
  }

  synchronized int count(Outcome outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  synchronized int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized Map<Outcome, Integer> counts() {
    return new EnumMap<>(counts);
  }

  synchronized Optional<Position> position() {
    return Optional.ofNullable(position);
  }

  synchronized Optional<RuntimeException> fault() {
    return Optional.ofNullable(fault);
  }
}
