package dev.darkroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last segment of a rendition's key: {@code {name}-{content}-{generation}.{extension}}, like
 * {@code large-5k2m9q8f7c-1c4t7z.jpg}.
 *
 * <p>The bytes under such a key never change, and no result can delete or overwrite what another
 * names, because a generation belongs to one version of the original and one request to process it.
 *
 * @param name of the rendition
 * @param content fingerprint of the bytes, 10 characters
 * @param generation fingerprint of the version they were first made for, 6 characters
 * @param extension of the format, without the dot
 */
public record OutputName(String name, String content, String generation, String extension) {
  private static final int CONTENT_LENGTH = 10;
  private static final int GENERATION_LENGTH = 6;
  private static final Pattern SHAPE =
      Pattern.compile(
          "([a-z0-9-]{1,64})-([a-z0-9]{%d})-([a-z0-9]{%d})\\.([a-z0-9]{1,8})"
              .formatted(CONTENT_LENGTH, GENERATION_LENGTH));

  /** Parses a key's last segment; empty if it is no rendition's. */
  public static Optional<OutputName> parse(String file) {
    Matcher parts = SHAPE.matcher(file);
    return parts.matches()
        ? Optional.of(
            new OutputName(parts.group(1), parts.group(2), parts.group(3), parts.group(4)))
        : Optional.empty();
  }

  /** The fingerprint of an output's bytes, or of all that determines them. */
  public static String content(byte[] bytes) {
    return Fingerprint.of(bytes, CONTENT_LENGTH);
  }

  /** The fingerprint of a version, given as a text that no other version has. */
  public static String generation(String version) {
    return Fingerprint.of(version.getBytes(UTF_8), GENERATION_LENGTH);
  }

  /** Whether both name the same bytes of the same rendition, whenever they were made. */
  public boolean equalsExceptGeneration(OutputName other) {
    return name.equals(other.name)
        && content.equals(other.content)
        && extension.equals(other.extension);
  }

  @Override
  public String toString() {
    return name + "-" + content + "-" + generation + "." + extension;
  }
}
