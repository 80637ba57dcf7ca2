package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.picture.Bitmap;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An animation, frame by frame. */
@FunctionalInterface
public interface Frames {
  /**
   * Decodes the next frame.
   *
   * @return null after the last frame
   * @throws OutOfTime if the deadline passed
   */
  @Nullable Frame next() throws Malformed, OutOfTime;

  /**
   * One composed frame.
   *
   * @param bitmap the whole canvas, valid until the next frame is decoded
   * @param shown how long the frame is shown
   */
  record Frame(Bitmap bitmap, Duration shown) {}
}
