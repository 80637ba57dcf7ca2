package dev.darkroom.codec.icc;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the name that people know a profile by. */
final class ProfileName {
  private static final int MAX = 128;

  private ProfileName() {}

  /** Returns the name; empty if it is missing or unreadable. */
  static String read(@Nullable ByteReader tag) {
    if (tag == null) {
      return "";
    }
    try {
      ByteReader in = tag.fromStart();
      String type = in.text(4);
      in.skip(4);
      String text =
          switch (type) {
            // ICC.1:2001-04, 6.5.17: a count that includes the zero at the end, ASCII.
            case "desc" -> in.text((int) Math.min(in.u32(), Math.min(MAX, in.remaining())));
            case "mluc" -> localized(in);
            default -> "";
          };
      int end = text.indexOf('\0');
      return (end < 0 ? text : text.substring(0, end)).replaceAll("\\p{Cntrl}", " ").strip();
    } catch (Malformed e) {
      return "";
    }
  }

  /** ICC.1:2022, 10.15: the English record, or else the first. */
  private static String localized(ByteReader in) throws Malformed {
    long count = in.u32();
    int recordSize = in.count();
    int start = in.position();
    int lengthOfText = 0;
    int at = -1;
    for (int i = 0; i < Math.min(count, MAX); i++) {
      in.seek(start).skip((long) i * recordSize);
      String language = in.text(2);
      in.skip(2);
      if (at < 0 || language.equals("en")) {
        lengthOfText = in.count();
        at = in.count();
      }
      if (language.equals("en")) {
        break;
      }
    }
    if (at < 0) {
      return "";
    }
    byte[] utf16 = in.seek(at).bytes(Math.min(lengthOfText, 2 * MAX));
    return new String(utf16, StandardCharsets.UTF_16BE);
  }
}
