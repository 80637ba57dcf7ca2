package dev.darkroom.engine.foreign;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.picture.Bitmap;
import dev.darkroom.codec.webp.Canvas;
import dev.darkroom.codec.webp.WebpAnimation;
import dev.darkroom.codec.webp.WebpFrame;
import java.time.Duration;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Composes an animation's frames to the pictures that people see, one after the other on one canvas
 * (2.7.2). Uncovered places are transparent.
 */
public final class WebpPlayer {
  private final byte[] file;
  private final WebpAnimation animation;
  private final Canvas canvas;
  private @Nullable WebpFrame last;
  private int at;

  /**
   * @param animation read from that file, and found to be within limits
   */
  public WebpPlayer(byte[] file, WebpAnimation animation) {
    this.file = file;
    this.animation = animation;
    this.canvas = new Canvas(animation.width(), animation.height());
  }

  /**
   * A picture as seen.
   *
   * @param canvas of which there is one: the next picture overwrites it
   * @param duration for which it is seen
   * @param damaged whether parts of it were made up
   */
  public record Shown(Bitmap canvas, Duration duration, boolean damaged) {}

  public boolean hasNext() {
    return at < animation.frames().size();
  }

  /**
   * The next picture.
   *
   * @throws Malformed if the frame cannot be decoded
   * @throws NoSuchElementException if there is none
   */
  public Shown next() throws Malformed {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    WebpFrame frame = animation.frames().get(at++);
    byte[] data = Arrays.copyOfRange(file, frame.start(), frame.start() + frame.length());
    return switch (TurboWebp.decode(data, frame.width(), frame.height())) {
      case Decoding.Picture(Bitmap pixels, boolean damaged) -> {
        if (last != null && last.disposed()) {
          canvas.clear(last);
        }
        canvas.draw(frame, pixels);
        last = frame;
        yield new Shown(canvas.bitmap(), frame.duration(), damaged);
      }
      case Decoding.Unsupported(String what) -> throw new Malformed(frame.start(), what);
      case Decoding.Broken(String reason) -> throw new Malformed(frame.start(), reason);
    };
  }
}
