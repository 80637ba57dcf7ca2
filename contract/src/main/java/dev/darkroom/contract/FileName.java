package dev.darkroom.contract;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** What a person called the file, and the form of it that is safe in a key. */
public record FileName(String original) {
  /**
   * What most file systems hold; percent-encoded it still fits the 2 KB that S3 has for an object's
   * metadata (Amazon S3 User Guide, "Working with object metadata").
   */
  private static final int MAX_BYTES = 255;

  private static final int MAX_SAFE = 100;
  private static final int MAX_ENDING = 16;
  private static final String UNNAMED = "unnamed";
  private static final Pattern PATH = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

  /**
   * Controls, line and paragraph separators, halves of surrogate pairs, which are no text, and the
   * directional overrides that show a name in another order than it has (Unicode TR 36, 3.2).
   */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LEADING = Pattern.compile("^[.-]+");

  /** Folders and invisible characters are dropped, and all past 255 bytes, the ending kept. */
  public FileName {
    String name = INVISIBLE.matcher(PATH.matcher(original).replaceFirst("")).replaceAll("").strip();
    original = name.isEmpty() ? UNNAMED : shorten(name, MAX_BYTES).strip();
  }

  /** {@code [A-Za-z0-9._-]}, 1 to 100 characters, never a dot first: accents lose their marks. */
  public String safe() {
    String ending = ending(original);
    String stem = ascii(original.substring(0, original.length() - ending.length()));
    String safeEnding = ascii(ending);
    return shorten(
        (stem.isEmpty() ? UNNAMED : stem) + (safeEnding.isEmpty() ? "" : "." + safeEnding),
        MAX_SAFE);
  }

  private static String ascii(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return LEADING.matcher(UNSAFE.matcher(bare).replaceAll("-")).replaceFirst("");
  }

  /** From the last dot on; empty when there is none, or nothing that tells a type. */
  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= MAX_ENDING ? name.substring(dot) : "";
  }

  private static String shorten(String name, int maxBytes) {
    if (bytes(name) <= maxBytes) {
      return name;
    }
    String ending = ending(name);
    int room = maxBytes - bytes(ending);
    int end = 0;
    while (true) {
      int next = name.offsetByCodePoints(end, 1);
      room -= bytes(name.substring(end, next));
      if (room < 0) {
        return name.substring(0, end) + ending;
      }
      end = next;
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
