package dev.darkroom.host.figures;

import java.util.Locale;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A value that a function stated, as Prometheus has it.
 *
 * @param name without the suffix {@code _total}
 * @param isTime whether it is a duration in seconds, otherwise a number to be summed up
 */
record Figure(String name, boolean isTime, SortedMap<String, String> labels, double value) {
  private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern NO_NAME = Pattern.compile("[^a-z0-9_]");

  /** Writes a name of CloudWatch, like {@code QueueAge}, as Prometheus does. */
  static String name(String cloudWatch) {
    String words = WORD_START.matcher(cloudWatch).replaceAll("_").toLowerCase(Locale.ROOT);
    return NO_NAME.matcher(words).replaceAll("_");
  }
}
