package dev.darkroom.video.caption;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.mp4.Box;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Codings of captions that are read. */
enum CaptionFormat {
  /** 3GPP TS 26.245, and QuickTime's text media: a length and a text. */
  TIMED_TEXT {
    @Override
    String text(ByteReader sample) throws Malformed {
      int length = Math.min(sample.remaining() < 2 ? 0 : sample.u16(), sample.remaining());
      byte[] bytes = sample.bytes(length);
      int mark = length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
      boolean wide = mark == 0xfeff || mark == 0xfffe;
      return WebVtt.escaped(wide ? new String(bytes, StandardCharsets.UTF_16) : decoded(bytes));
    }
  },
  /** ISO/IEC 14496-30, clause 7: boxes, one for each cue. */
  WEB_VTT {
    @Override
    String text(ByteReader sample) throws Malformed {
      var budget = new Box.Budget(MAX_BOXES);
      var text = new StringBuilder();
      for (Box box : Box.list(sample, budget)) {
        ByteReader payload =
            box.type().equals("vttc") ? Box.find(Box.list(box.payload(), budget), "payl") : null;
        if (payload != null) {
          String cue = new String(payload.bytes(payload.remaining()), StandardCharsets.UTF_8);
          text.append(text.isEmpty() ? "" : "\n").append(cue);
        }
      }
      return WebVtt.markup(text.toString());
    }
  };

  private static final int MAX_BOXES = 100;

  /** Returns the format of a sample entry; empty if it is not read. */
  static Optional<CaptionFormat> of(String entry) {
    return switch (entry) {
      case "tx3g", "text" -> Optional.of(TIMED_TEXT);
      case "wvtt" -> Optional.of(WEB_VTT);
      default -> Optional.empty();
    };
  }

  /** Reads the text of a sample; empty if it shows nothing. */
  abstract String text(ByteReader sample) throws Malformed;

  /** Decodes UTF-8, and where it is none what old programs wrote. */
  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      Charset old = StandardCharsets.ISO_8859_1;
      return new String(bytes, old);
    }
  }
}
