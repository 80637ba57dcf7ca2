package dev.darkroom.image.step;

import dev.darkroom.codec.header.Animation;
import dev.darkroom.image.decode.Animated;
import dev.darkroom.image.decode.Source;
import org.jspecify.annotations.Nullable;

/**
 * An animation and its decoder.
 *
 * @param decoder decodes all frames; null if no decoder can
 * @param source the file
 */
public record Moving(@Nullable Animated decoder, Source source) {
  /** Returns how often the animation plays, 0 for forever. */
  int plays() {
    Animation animation = source.header().animation();
    return animation == null ? 1 : animation.plays();
  }
}
