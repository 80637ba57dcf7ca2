package dev.darkroom.video.caption;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names languages as {@code mdhd} has them (ISO/IEC 14496-12, 8.4.2) in ISO 639-1. */
final class Language {
  private static final int LETTERS = 0x400;
  private static final int MASK = 31;

  /** The first of QuickTime's numbers (QTFF, "Language code values"). */
  private static final List<String> QUICKTIME =
      List.of(
          "", "fr", "de", "it", "nl", "sv", "es", "da", "pt", "no", "he", "ja", "ar", "fi", "el",
          "is", "mt", "tr", "hr", "zh", "ur", "hi", "th", "ko", "lt", "pl", "hu", "et", "lv");

  /** Codes that ISO 639-2 has for bibliographies, and their terminological ones. */
  private static final Map<String, String> BIBLIOGRAPHIC =
      Map.ofEntries(
          Map.entry("alb", "sq"),
          Map.entry("arm", "hy"),
          Map.entry("baq", "eu"),
          Map.entry("chi", "zh"),
          Map.entry("cze", "cs"),
          Map.entry("dut", "nl"),
          Map.entry("fre", "fr"),
          Map.entry("geo", "ka"),
          Map.entry("ger", "de"),
          Map.entry("gre", "el"),
          Map.entry("ice", "is"),
          Map.entry("mac", "mk"),
          Map.entry("may", "ms"),
          Map.entry("per", "fa"),
          Map.entry("rum", "ro"),
          Map.entry("slo", "sk"),
          Map.entry("wel", "cy"));

  private Language() {}

  /**
   * Returns the language.
   *
   * @param code three letters of five bits each; below 1024 a number of QuickTime's
   * @return two letters, three if there are no two, or nothing if it is unknown
   */
  static String of(int code) {
    if (code < LETTERS) {
      // Zero is English, but also written where nothing is known.
      return code < QUICKTIME.size() ? QUICKTIME.get(code) : "";
    }
    var letters = new StringBuilder();
    for (int shift = 10; shift >= 0; shift -= 5) {
      letters.append((char) (0x60 + (code >> shift & MASK)));
    }
    String name = letters.toString();
    if (!name.matches("[a-z]{3}") || name.equals("und")) {
      return "";
    }
    return BIBLIOGRAPHIC.getOrDefault(name, terminological().getOrDefault(name, name));
  }

  private static Map<String, String> terminological() {
    var codes = new HashMap<String, String>();
    Arrays.stream(Locale.getISOLanguages())
        .forEach(two -> codes.putIfAbsent(Locale.of(two).getISO3Language(), two));
    return codes;
  }
}
