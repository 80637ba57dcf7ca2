package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.picture.Bitmap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An animation, frame by frame. */
@FunctionalInterface
public interface Frames {
  /**
   * @return null behind the last frame
   */
  @Nullable Frame next() throws Malformed;

  /**
   * The whole screen at some time.
   *
   * @param bitmap valid until the next frame is asked for
   * @param shown for how long
   */
  record Frame(Bitmap bitmap, Duration shown) {}
}
