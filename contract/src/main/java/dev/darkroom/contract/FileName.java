package dev.darkroom.contract;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What a person called the file, and the form of it that is safe in a key. */
public record FileName(String original) {
  private static final int MAX_ORIGINAL = 255;
  private static final int MAX_SAFE = 100;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern PATH = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

  /** Folders and control characters are dropped, and all past 255 characters, the ending kept. */
  public FileName {
    String name = CONTROL.matcher(PATH.matcher(original).replaceFirst("")).replaceAll("").strip();
    original = shorten(name.isEmpty() ? "unnamed" : name, MAX_ORIGINAL);
  }

  /** {@code [A-Za-z0-9._-]}, 1 to 100 characters, never a dot first: accents lose their marks. */
  public String safe() {
    String ascii = Normalizer.normalize(original, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    String safe = UNSAFE.matcher(ascii).replaceAll("-").replaceAll("^[.-]+", "");
    return shorten(safe.isEmpty() ? "unnamed" : safe, MAX_SAFE);
  }

  private static String shorten(String name, int max) {
    if (name.length() <= max) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 16 ? name.substring(dot) : "";
    return name.substring(0, max - ending.length()) + ending;
  }
}
