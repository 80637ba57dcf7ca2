package dev.darkroom.stream.code;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import dev.darkroom.engine.stream.StreamResult;
import java.util.Locale;

/** Says in words why the engine could not make a part. */
final class Reasons {
  private Reasons() {}

  /**
   * @param second of the movie at which the part starts
   */
  static Rejection of(StreamResult.Stopped stopped, double second) {
    String where = String.format(Locale.ROOT, "at second %.0f", second);
    return switch (stopped.reason()) {
      case TOOK_TOO_LONG, TOO_MUCH_CPU ->
          Rejection.of(ErrorCode.TOOK_TOO_LONG, "Coding took too long " + where + ".");
      case OUT_OF_MEMORY ->
          Rejection.of(ErrorCode.OUT_OF_MEMORY, "Memory was not enough " + where + ".");
      case TOO_LARGE ->
          Rejection.of(ErrorCode.TOO_LARGE, "The video is too large to be coded " + where + ".");
      case UNSUPPORTED ->
          Rejection.of(ErrorCode.UNSUPPORTED_FORMAT, "It cannot be decoded " + where + ".");
      case DAMAGED, CRASHED, FAILED ->
          Rejection.of(ErrorCode.CORRUPT_FILE, "It cannot be decoded " + where + ".");
    };
  }
}
