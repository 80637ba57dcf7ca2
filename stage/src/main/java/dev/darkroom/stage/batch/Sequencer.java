package dev.darkroom.stage.batch;

import java.util.Locale;

/** Orders the events of one key. */
public final class Sequencer {
  private Sequencer() {}

  /**
   * Compares two sequencers as hexadecimal strings, the shorter one padded with zeros on the right
   * (Amazon S3 User Guide, "Event message structure").
   */
  public static int compare(String a, String b) {
    int length = Math.max(a.length(), b.length());
    return pad(a, length).compareTo(pad(b, length));
  }

  private static String pad(String hex, int length) {
    return hex.toUpperCase(Locale.ROOT) + "0".repeat(length - hex.length());
  }
}
