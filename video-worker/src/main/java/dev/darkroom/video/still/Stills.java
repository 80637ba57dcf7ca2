package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of those keyframes that could be decoded.
 *
 * @param pictures as coded, without rotation
 * @param reason why some are missing; absent if none is
 */
public record Stills(Map<Keyframe, RgbPicture> pictures, @Nullable Rejection reason) {
  public Stills {
    pictures = Map.copyOf(pictures);
  }

  public static Stills none(Rejection reason) {
    return new Stills(Map.of(), reason);
  }

  /** Explains why pictures are missing; a video without keyframes has none to begin with. */
  public Rejection whyMissing() {
    return reason == null ? Rejection.of(ErrorCode.NO_PICTURE) : reason;
  }
}
