package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as they come, and the most telling reason of those that do not. One thread may read
 * while another one decodes.
 */
final class StillCollector {
  private final Map<Keyframe, RgbPicture> pictures = new HashMap<>();
  private @Nullable Rejection reason;

  synchronized void add(Keyframe keyframe, RgbPicture picture) {
    pictures.put(keyframe, picture);
  }

  synchronized void damaged(String why) {
    if (reason == null) {
      reason = Rejection.of(ErrorCode.CORRUPT_FILE, "A keyframe cannot be read: " + why + ".");
    }
  }

  synchronized void tooLarge(int size, int most) {
    if (reason == null) {
      reason =
          Rejection.of(
              ErrorCode.TOO_LARGE,
              "A keyframe has %,d bytes; up to %,d can be decoded here.".formatted(size, most));
    }
  }

  synchronized void refused(Rejection rejection) {
    reason = rejection;
  }

  synchronized void tookTooLong() {
    reason = Rejection.of(ErrorCode.TOOK_TOO_LONG);
  }

  synchronized Stills stills() {
    return new Stills(pictures, reason);
  }
}
