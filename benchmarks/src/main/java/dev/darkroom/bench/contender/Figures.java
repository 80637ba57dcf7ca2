package dev.darkroom.bench.contender;

import java.time.Duration;
import java.util.List;

/**
 * What one contender needed for one picture.
 *
 * @param name the contender's
 * @param turns the measured turns, without the warm-up
 * @param peakMemory peak resident memory in bytes, over all turns
 */
public record Figures(String name, List<Measurement> turns, long peakMemory) {
  public Figures {
    turns = List.copyOf(turns);
  }

  /** Returns the median, which noise from other processes moves least. */
  public Duration cpu() {
    return median(turns.stream().map(Measurement::cpu).sorted().toList());
  }

  public Duration wall() {
    return median(turns.stream().map(Measurement::wall).sorted().toList());
  }

  public long bytes() {
    return turns.getFirst().bytes();
  }

  private static Duration median(List<Duration> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
