package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.ErrorCode;
import dev.darkroom.contract.Rejection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of those keyframes that could be decoded.
 *
 * @param pictures as coded, without rotation
 * @param reason why some are missing; absent if none is
 * @param mistaken whether some are no keyframes though their container marks them as such
 */
public record Stills(
    Map<Keyframe, RgbPicture> pictures, @Nullable Rejection reason, boolean mistaken) {
  static final Rejection NO_KEYFRAME =
      new Rejection(
          ErrorCode.NO_PICTURE,
          "No keyframe was found: the frames marked as keyframes need other frames.");

  public Stills {
    pictures = Map.copyOf(pictures);
  }

  public static Stills none(Rejection reason) {
    return new Stills(Map.of(), reason, false);
  }

  /** Adds the pictures of keyframes that were decoded later; their reason counts. */
  public Stills and(Stills later) {
    var all = new HashMap<>(pictures);
    all.putAll(later.pictures);
    return new Stills(all, later.reason, mistaken || later.mistaken);
  }

  /** Explains why pictures are missing; a video without keyframes has none to begin with. */
  public Rejection whyMissing() {
    return reason == null ? Rejection.of(ErrorCode.NO_PICTURE) : reason;
  }
}
