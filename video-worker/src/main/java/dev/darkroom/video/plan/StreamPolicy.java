package dev.darkroom.video.plan;

import dev.darkroom.stage.config.SettingsReader;
import java.util.List;

/**
 * Which videos are coded as streams, and into which sizes.
 *
 * @param lines of the rungs: pixels of the shorter side, falling
 */
public record StreamPolicy(When when, List<Integer> lines) {
  private static final String LADDER = "darkroom.stream-ladder";
  private static final int MAX_RUNGS = 6;
  private static final int MIN_LINES = 144;
  private static final int MAX_LINES = 2160;

  public StreamPolicy {
    lines = List.copyOf(lines);
  }

  /** Which videos are coded. */
  public enum When {
    /** Those that browsers do not play as they are. */
    REQUIRED,
    ALWAYS,
    NEVER
  }

  /** Reads the policy. */
  public static StreamPolicy of(SettingsReader read) {
    When when = read.choice("darkroom.stream", When.REQUIRED);
    List<Integer> lines = read.list(LADDER, "1080,720,480", StreamPolicy::lines);
    if (lines.size() > MAX_RUNGS) {
      read.fault(LADDER, "has %d rungs, more than %d".formatted(lines.size(), MAX_RUNGS));
    }
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i) >= lines.get(i - 1)) {
        read.fault(LADDER, "%d does not fall after %d".formatted(lines.get(i), lines.get(i - 1)));
      }
    }
    return new StreamPolicy(when, lines);
  }

  private static int lines(String text) {
    int lines;
    try {
      lines = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(text + " is not a whole number", e);
    }
    if (lines < MIN_LINES || lines > MAX_LINES) {
      throw new IllegalArgumentException(
          "%d is not between %d and %d".formatted(lines, MIN_LINES, MAX_LINES));
    }
    if (lines % 2 != 0) {
      throw new IllegalArgumentException(lines + " is odd");
    }
    return lines;
  }
}
