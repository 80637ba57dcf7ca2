package dev.darkroom.infra;

import java.util.Map;
import java.util.OptionalDouble;

/** How an alarm makes one value of its measurements. */
public sealed interface Combination {
  /**
   * Combines the values of one period.
   *
   * @param measured values by the ids of their measurements, without those that have no data
   * @return empty if there are no data to combine
   */
  OptionalDouble of(Map<String, Double> measured);

  /** The only measurement, or the sum of several. */
  record Sum() implements Combination {
    @Override
    public OptionalDouble of(Map<String, Double> measured) {
      return measured.isEmpty()
          ? OptionalDouble.empty()
          : OptionalDouble.of(measured.values().stream().mapToDouble(it -> it).sum());
    }
  }

  /**
   * One measurement in percent of another.
   *
   * @param atLeast below this number of the part the share is 0, because few tell nothing
   */
  record Share(String part, String whole, double atLeast) implements Combination {
    @Override
    public OptionalDouble of(Map<String, Double> measured) {
      var some = measured.get(part);
      var all = measured.get(whole);
      if (some == null || all == null) {
        return OptionalDouble.empty();
      }
      return OptionalDouble.of(some >= atLeast && all > 0 ? 100 * some / all : 0);
    }
  }
}
