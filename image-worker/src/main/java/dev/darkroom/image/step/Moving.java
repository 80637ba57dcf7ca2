package dev.darkroom.image.step;

import dev.darkroom.codec.header.Animation;
import dev.darkroom.image.decode.Animated;
import dev.darkroom.image.decode.Source;
import org.jspecify.annotations.Nullable;

/**
 * An animation.
 *
 * @param decoder that has all of its frames; null if none does
 * @param source the file that they are in
 */
public record Moving(@Nullable Animated decoder, Source source) {
  /** How often, 0 for ever. */
  int plays() {
    Animation animation = source.header().animation();
    return animation == null ? 1 : animation.plays();
  }
}
