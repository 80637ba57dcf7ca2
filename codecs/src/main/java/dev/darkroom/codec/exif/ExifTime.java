package dev.darkroom.codec.exif;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts the times of cameras to ISO 8601 (CIPA DC-008, 4.6.5 "DateTime"). */
final class ExifTime {
  /**
   * {@code YYYY:MM:DD HH:MM:SS}; some programs write other separators, fractions of the second, or
   * an offset from UTC. Unknown parts are blanks or zeros.
   */
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4})[:/.-](\\d\\d)[:/.-](\\d\\d)[ T](\\d\\d):(\\d\\d):(\\d\\d)"
              + "(?:[.,]\\d{1,9})? ?(Z|[+-]\\d\\d:?\\d\\d)?");

  private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private ExifTime() {}

  /**
   * Returns a time, with its offset if there is one.
   *
   * @param text "DateTimeOriginal" or the like
   * @param offset "OffsetTimeOriginal" or the like; precedes an offset in the text
   * @return null if the text is no time, or a time that does not exist
   */
  static @Nullable String iso(@Nullable String text, @Nullable String offset) {
    Matcher parts = TIME.matcher(text == null ? "" : text);
    if (!parts.matches() || parts.group(1).equals("0000")) {
      return null;
    }
    try {
      String time =
          LocalDateTime.of(
                  number(parts, 1),
                  number(parts, 2),
                  number(parts, 3),
                  number(parts, 4),
                  number(parts, 5),
                  number(parts, 6))
              .format(ISO);
      String stated = offset(offset);
      return time + (stated.isEmpty() ? offset(parts.group(7)) : stated);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  /** Returns an offset as {@code +02:00} or {@code Z}; empty if there is none. */
  private static String offset(@Nullable String text) {
    try {
      return text == null ? "" : ZoneOffset.of(text).getId();
    } catch (DateTimeException e) {
      return "";
    }
  }
}
