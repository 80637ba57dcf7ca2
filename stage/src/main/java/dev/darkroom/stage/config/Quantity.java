package dev.darkroom.stage.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of quantity as people write it in settings.
 *
 * @param form names the kind and gives examples, for messages
 */
record Quantity<T extends Comparable<T>>(String form, Function<String, T> parser) {
  static final Quantity<Long> NUMBER = new Quantity<>("a whole number", Long::parseLong);
  static final Quantity<Long> SIZE = new Quantity<>("a size like 64K or 5G", Quantity::bytes);
  static final Quantity<Duration> DURATION =
      new Quantity<>("a duration like 500ms, 15m or 7d", Quantity::duration);

  private static final Pattern BYTES = Pattern.compile("(\\d+)([KMGT]?)");

  T parse(String text) {
    try {
      return parser.apply(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new IllegalArgumentException(text + " is not " + form, e);
    }
  }

  T parse(String text, String min, String max) {
    T value = parse(text);
    if (value.compareTo(parse(min)) < 0 || value.compareTo(parse(max)) > 0) {
      throw new IllegalArgumentException(text + " is not between " + min + " and " + max);
    }
    return value;
  }

  private static long bytes(String text) {
    Matcher parts = BYTES.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    int power = " KMGT".indexOf(parts.group(2).isEmpty() ? " " : parts.group(2));
    return Math.multiplyExact(Long.parseLong(parts.group(1)), 1L << (10 * power));
  }

  /** ISO 8601 with or without its leading {@code P} or {@code PT}; milliseconds; or seconds. */
  private static Duration duration(String text) {
    if (text.endsWith("MS")) {
      return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
    }
    if (text.chars().allMatch(Character::isDigit)) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    String prefix = text.startsWith("P") ? "" : text.endsWith("D") ? "P" : "PT";
    return Duration.parse(prefix + text);
  }
}
