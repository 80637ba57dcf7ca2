package dev.darkroom.image.step;

import dev.darkroom.contract.Missing;
import java.util.Map;
import java.util.Optional;

/**
 * A picture as it is seen, and what moves of it.
 *
 * @param files those that hold all frames, ready to be stored
 * @param missing why none does, though the original moves
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
