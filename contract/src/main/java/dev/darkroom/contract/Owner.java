package dev.darkroom.contract;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The owner of media: a name that is safe in keys, 1 to 768 characters of {@code [A-Za-z0-9._-]},
 * never a dot first.
 */
public record Owner(String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,767}");
  private static final int MAX_SUBJECT_BYTES = 255;

  /** An unpaired surrogate: UTF-8 encodes each as the same byte, a question mark. */
  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

  /** The owner of everything that is uploaded without signing in. */
  public static final Owner LOCAL = new Owner("local");

  public Owner {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an owner: " + value);
    }
  }

  public static boolean isValid(String value) {
    return SHAPE.matcher(value).matches();
  }

  /**
   * Makes the owner for the subject of a verified token. Two subjects never share an owner: every
   * byte outside {@code [A-Za-z0-9_-]} becomes {@code .xx} in hex, after a leading {@code _} so
   * that no owner starts with a dot.
   *
   * @throws IllegalArgumentException if the subject is empty, has an unpaired surrogate, or is
   *     longer than the 255 ASCII characters that OpenID Connect Core 1.0, section 2, allows
   */
  public static Owner ofSubject(String subject) {
    if (LONE_SURROGATE.matcher(subject).find()) {
      throw new IllegalArgumentException(
          "a subject must be text, this one has an unpaired surrogate");
    }
    byte[] bytes = subject.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0 || bytes.length > MAX_SUBJECT_BYTES) {
      throw new IllegalArgumentException("a subject has 1 to 255 bytes, this one " + bytes.length);
    }
    var safe = new StringBuilder("_");
    for (byte b : bytes) {
      char c = (char) (b & 0xff);
      if (c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
        safe.append(c);
      } else {
        safe.append('.').append(HexFormat.of().toHexDigits(b));
      }
    }
    return new Owner(safe.toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
