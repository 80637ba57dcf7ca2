package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Collects decoded pictures, and the most telling reason why others are missing. Thread-safe: one
 * thread may read while another decodes.
 */
final class StillCollector {
  private final Map<Keyframe, RgbPicture> pictures = new HashMap<>();
  private @Nullable Rejection reason;
  private boolean mistaken;

  synchronized void add(Keyframe keyframe, RgbPicture picture) {
    pictures.put(keyframe, picture);
  }

  /** Notes a damaged keyframe, unless there is a reason already. */
  synchronized void damaged(String why) {
    if (reason == null) {
      reason = Rejection.of(ErrorCode.CORRUPT_FILE, "A keyframe cannot be read: " + why + ".");
    }
  }

  /** Notes a keyframe of too many bytes, unless there is a reason already. */
  synchronized void tooLarge(int size, int max) {
    if (reason == null) {
      reason =
          Rejection.of(
              ErrorCode.TOO_LARGE,
              "A keyframe has %,d bytes; up to %,d can be decoded here.".formatted(size, max));
    }
  }

  /** Notes a sample that is no keyframe though its container marks it as one. */
  synchronized void mistaken() {
    mistaken = true;
  }

  /** Notes a reason that weighs more than damage to a single keyframe. */
  synchronized void refused(Rejection rejection) {
    reason = rejection;
  }

  synchronized void tookTooLong() {
    refused(Rejection.of(ErrorCode.TOOK_TOO_LONG));
  }

  synchronized Stills stills() {
    Rejection why = reason == null && mistaken ? Stills.NO_KEYFRAME : reason;
    return new Stills(pictures, why, mistaken);
  }
}
