package dev.darkroom.image.step;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One output to make.
 *
 * @param name the key's last segment, without an ending
 * @param width of the box, in pixels
 * @param height of the box, in pixels
 */
public record RenditionSpec(String name, int width, int height, Mode mode) {
  /** The longest side a rendition may be given. */
  public static final int MAX_EDGE = 8192;

  private static final Pattern TEXT =
      Pattern.compile("([a-z][a-z0-9-]{0,31}) (\\d{1,5})x(\\d{1,5}) (fit|cover)");

  /** What becomes of a picture whose shape is not the box's. */
  public enum Mode {
    /** All of it, within the box. */
    FIT,
    /** All of the box, with the picture's middle. */
    COVER
  }

  public RenditionSpec {
    if (width < 1 || height < 1 || width > MAX_EDGE || height > MAX_EDGE) {
      throw new IllegalArgumentException(
          name + ": sides must be 1 to " + MAX_EDGE + " pixels, not " + width + "x" + height);
    }
  }

  /**
   * Reads {@code name WIDTHxHEIGHT fit|cover}, like {@code large 1920x1920 fit}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static RenditionSpec parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not of the form 'name WIDTHxHEIGHT fit|cover'");
    }
    return new RenditionSpec(
        parts.group(1),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Mode.valueOf(parts.group(4).toUpperCase(Locale.ROOT)));
  }
}
