package dev.darkroom.image.rendition;

import dev.darkroom.contract.MediaFormat;
import java.util.Arrays;
import java.util.Locale;

/** The formats that renditions can be written in. */
public enum OutputFormat {
  WEBP(MediaFormat.WEBP, "webp"),
  JPEG(MediaFormat.JPEG, "jpg"),
  /** Lossless; ignores the quality. */
  PNG(MediaFormat.PNG, "png");

  private final MediaFormat format;
  private final String ending;

  OutputFormat(MediaFormat format, String ending) {
    this.format = format;
    this.ending = ending;
  }

  /**
   * The format that settings call by this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static OutputFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> format.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no format is called '" + name + "'"));
  }

  public String contentType() {
    return format.contentType();
  }

  /** Returns the file name extension, without the dot. */
  public String ending() {
    return ending;
  }

  /** Returns the format's name as configured, in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
