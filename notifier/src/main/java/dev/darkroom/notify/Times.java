package dev.darkroom.notify;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Writes times and durations as people do. */
final class Times {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter WITH_OFFSET =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'xxx", Locale.ENGLISH);

  private Times() {}

  static String of(Instant instant) {
    return MINUTES.format(instant.atOffset(ZoneOffset.UTC)) + " UTC";
  }

  /**
   * Writes the local time of a picture; text that is not ISO 8601 is kept, as cameras write
   * anything.
   */
  static String local(String iso8601) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              iso8601, OffsetDateTime::from, LocalDateTime::from);
      if (time instanceof OffsetDateTime offset) {
        return offset.getOffset().equals(ZoneOffset.UTC)
            ? of(offset.toInstant())
            : WITH_OFFSET.format(offset);
      }
      return MINUTES.format(time);
    } catch (DateTimeException e) {
      return iso8601;
    }
  }

  /** Writes roughly how long something took. */
  static String span(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 9_950) {
      return String.format(Locale.ROOT, "%.1f seconds", millis / 1000.0);
    }
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 120) {
      return seconds + " seconds";
    }
    return seconds < 120 * 60 ? seconds / 60 + " minutes" : seconds / 3600 + " hours";
  }

  /** Writes a running time to the second. */
  static String length(Duration duration) {
    long seconds = Math.round(Math.max(0, duration.toMillis()) / 1000.0);
    long hours = seconds / 3600;
    return (hours > 0 ? hours + " h " : "")
        + (seconds >= 60 ? seconds / 60 % 60 + " min " : "")
        + (seconds % 60 + " s");
  }
}
