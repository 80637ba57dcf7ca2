package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.Locale;

/** Explains damage to the person who uploaded the file. */
final class Rejections {
  private Rejections() {}

  static Rejection corrupt(Malformed cause) {
    return Rejection.of(ErrorCode.CORRUPT_FILE, sentence(cause));
  }

  static String sentence(Malformed cause) {
    String words = cause.reason() + " at byte " + cause.offset();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
  }
}
