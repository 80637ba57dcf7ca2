package dev.darkroom.host.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A rate at which a function is called.
 *
 * @param rate time from one call to the next, at least a second
 * @param first time from the host's start to the first call, so that a start is not slowed down
 * @param input event of each call, as JSON
 */
public record ScheduleSpec(String function, Duration rate, Duration first, String input) {

  /** Lists the schedule's faults, one sentence each. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    if (rate.compareTo(Duration.ofSeconds(1)) < 0) {
      problems.add("schedule of '%s': the rate %s is below 1 s".formatted(function, rate));
    }
    if (first.isNegative()) {
      problems.add("schedule of '%s': the first call is in the past".formatted(function));
    }
    return problems;
  }
}
