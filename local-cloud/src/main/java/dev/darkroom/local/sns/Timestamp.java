package dev.darkroom.local.sns;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Formats times as SNS does: ISO 8601, UTC, always with milliseconds, so that they sort as text.
 */
final class Timestamp {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Timestamp() {}

  static String now() {
    return of(Instant.now());
  }

  static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
