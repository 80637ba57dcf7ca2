package dev.darkroom.upload.intake;

import dev.darkroom.contract.FileName;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file's name from a {@code Content-Disposition} header (RFC 6266). */
public final class ContentDisposition {
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(filename\\*?)\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^;\\s\"]++))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

  private ContentDisposition() {}

  /** The file's name; {@code filename*}, which names its charset, wins over {@code filename}. */
  public static Optional<FileName> fileName(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    String plain = null;
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find()) {
      String quoted = parameter.group(2);
      String value = quoted == null ? parameter.group(3) : ESCAPE.matcher(quoted).replaceAll("$1");
      if (parameter.group(1).endsWith("*")) {
        Optional<String> extended = extended(value);
        if (extended.isPresent()) {
          return extended.map(FileName::new);
        }
      } else if (plain == null) {
        plain = latin1OrUtf8(value);
      }
    }
    return Optional.ofNullable(plain).filter(name -> !name.isBlank()).map(FileName::new);
  }

  /** RFC 8187, 3.2: charset, language, percent-encoded value. */
  private static Optional<String> extended(String value) {
    String[] parts = value.split("'", 3);
    if (parts.length != 3) {
      return Optional.empty();
    }
    Charset charset =
        switch (parts[0].toUpperCase(Locale.ROOT)) {
          case "UTF-8" -> StandardCharsets.UTF_8;
          case "ISO-8859-1" -> StandardCharsets.ISO_8859_1;
          default -> null;
        };
    if (charset == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(URLDecoder.decode(parts[2].replace("+", "%2B"), charset));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Many clients send UTF-8 without encoding it, which arrives as one char per byte. */
  private static String latin1OrUtf8(String value) {
    if (value.chars().allMatch(c -> c < 0x80) || value.chars().anyMatch(c -> c > 0xff)) {
      return value;
    }
    try {
      byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return value;
    }
  }
}
