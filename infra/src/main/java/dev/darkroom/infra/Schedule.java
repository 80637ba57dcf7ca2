package dev.darkroom.infra;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rate at which a function is called.
 *
 * @param input event of each call, as JSON
 */
public record Schedule(Duration rate, String input) {
  /** EventBridge Scheduler User Guide, "Rate-based schedules". */
  private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");

  /** Reads the text of a rate; empty if it is none, like a cron expression. */
  static Optional<Duration> rate(String text) {
    Matcher rate = RATE.matcher(text);
    if (!rate.matches() || Integer.parseInt(rate.group(1)) == 0) {
      return Optional.empty();
    }
    long count = Long.parseLong(rate.group(1));
    return Optional.of(
        switch (rate.group(2)) {
          case "minute" -> Duration.ofMinutes(count);
          case "hour" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
