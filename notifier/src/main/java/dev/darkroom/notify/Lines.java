package dev.darkroom.notify;

import java.util.regex.Pattern;

/** Builds a text line by line; values can neither break a line nor make it longer than a limit. */
final class Lines {
  private static final int MAX_LENGTH = 500;
  private static final int LABEL_WIDTH = 12;
  private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]+");

  private final StringBuilder text = new StringBuilder();

  Lines line(String content) {
    String line = NO_TEXT.matcher(content).replaceAll(" ");
    int length = Math.min(line.length(), MAX_LENGTH);
    text.append(line, 0, line.offsetByCodePoints(0, line.codePointCount(0, length)));
    text.append(length < line.length() ? "…\n" : "\n");
    return this;
  }

  /** Adds a label and its value. */
  Lines entry(String label, String value) {
    String column = label.length() < LABEL_WIDTH ? label : label + " ";
    return line("  " + column + " ".repeat(Math.max(0, LABEL_WIDTH - column.length())) + value);
  }

  Lines blank() {
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
