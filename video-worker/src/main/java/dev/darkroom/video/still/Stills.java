package dev.darkroom.video.still;

import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.contract.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the keyframes that were asked for.
 *
 * @param pictures not turned yet
 * @param reason why some are not there; absent where all are
 */
public record Stills(Map<Keyframe, RgbPicture> pictures, @Nullable Rejection reason) {
  public Stills {
    pictures = Map.copyOf(pictures);
  }

  static Stills none(Rejection reason) {
    return new Stills(Map.of(), reason);
  }
}
