package dev.darkroom.video.step;

import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Missing;
import dev.darkroom.contract.Rejection;
import dev.darkroom.contract.Rendition;
import dev.darkroom.video.picture.OutputFile;

/** An output of a video: to be stored, stored already, or one that this video cannot have. */
public sealed interface Output {
  /** A file in memory that is still to be stored. */
  record Ready(OutputFile file) implements Output {}

  /** A rendition that is in the store already. */
  record Stored(Rendition rendition) implements Output {}

  /** An output that this video cannot have, with the reason. */
  record Unavailable(Missing missing) implements Output {}

  static Output unavailable(String name, Rejection reason) {
    return new Unavailable(new Missing(name, reason));
  }

  static Output tookTooLong(String name) {
    return unavailable(name, Rejection.of(ErrorCode.TOOK_TOO_LONG));
  }
}
