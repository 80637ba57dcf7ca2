package dev.darkroom.image.step;

import dev.darkroom.contract.Missing;
import java.util.Map;
import java.util.Optional;

/**
 * An upright sRGB picture, and its renditions that move.
 *
 * @param files the finished files that hold all frames
 * @param missing why there are none although the original moves
 */
public record Animations(Decoded still, Map<Content, byte[]> files, Optional<Missing> missing) {
  public Animations {
    files = Map.copyOf(files);
  }

  static Animations none(Decoded still) {
    return new Animations(still, Map.of(), Optional.empty());
  }

  static Animations missing(Decoded still, Missing reason) {
    return new Animations(still, Map.of(), Optional.of(reason));
  }
}
