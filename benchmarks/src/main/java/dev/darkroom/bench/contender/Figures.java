package dev.darkroom.bench.contender;

import java.time.Duration;
import java.util.List;

/**
 * A contender with one picture.
 *
 * @param name the contender's
 * @param turns the measured ones, without warming up
 * @param peakMemory resident, in bytes, over all of them
 */
public record Figures(String name, List<Turn> turns, long peakMemory) {
  public Figures {
    turns = List.copyOf(turns);
  }

  /** The median, which a neighbor's noise moves least. */
  public Duration cpu() {
    return median(turns.stream().map(Turn::cpu).sorted().toList());
  }

  public Duration wall() {
    return median(turns.stream().map(Turn::wall).sorted().toList());
  }

  public long bytes() {
    return turns.getFirst().bytes();
  }

  private static Duration median(List<Duration> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
