package dev.darkroom.contract;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name that a person gave a file, and a form of it that is safe in a key. */
public record FileName(String original) {
  /**
   * Most file systems allow no more. Percent-encoded it still fits into the 2 KB that S3 has for an
   * object's metadata (Amazon S3 User Guide, "Working with object metadata").
   */
  private static final int MAX_BYTES = 255;

  private static final int MAX_SAFE = 100;
  private static final int MAX_ENDING = 16;
  private static final String UNNAMED = "unnamed";

  /**
   * Control characters, line and paragraph separators, unpaired surrogates, and the directional
   * overrides that show a name in another order than it has (Unicode TR 36, 3.2).
   */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern LEADING = Pattern.compile("^[.-]+");

  /** Drops folders and invisible characters, and shortens to 255 bytes but keeps the ending. */
  public FileName {
    int folders = Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1;
    String name = INVISIBLE.matcher(original.substring(folders)).replaceAll("").strip();
    original = name.isEmpty() ? UNNAMED : shorten(name, MAX_BYTES).strip();
  }

  /**
   * The form for keys: 1 to 100 characters of {@code [A-Za-z0-9._-]}, never a dot first. Letters
   * with accents lose them.
   */
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

  /** The name from its last dot on; empty if it has none, or one too long to tell a type. */
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
