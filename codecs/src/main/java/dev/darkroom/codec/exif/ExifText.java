package dev.darkroom.codec.exif;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes the texts of cameras, which say ASCII and write UTF-8 or ISO 8859-1. */
final class ExifText {
  /** Whatever shows nothing, or changes how other characters show: controls, directions, breaks. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\\s]+");

  private ExifText() {}

  /**
   * Decodes a text up to its first zero.
   *
   * @param cut whether more bytes followed, so that the last character may be incomplete
   * @return the text without what is invisible; null if nothing is left
   */
  static @Nullable String decode(byte[] bytes, boolean cut) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    String text = utf8(bytes, length, cut && length == bytes.length);
    if (text == null) {
      text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
    String visible = INVISIBLE.matcher(text).replaceAll(" ").strip();
    return visible.isEmpty() ? null : visible;
  }

  private static @Nullable String utf8(byte[] bytes, int length, boolean cut) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(length);
    // Bytes of an incomplete character are an error only at the end of the input.
    boolean failed = decoder.decode(ByteBuffer.wrap(bytes, 0, length), out, !cut).isError();
    return failed ? null : out.flip().toString();
  }
}
