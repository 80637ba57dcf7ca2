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
 * Plays an animated WebP: composes its frames on one canvas to the pictures that people see (RFC
 * 9649, 2.7.2). Pixels that no frame covers are transparent.
 */
public final class WebpPlayer {
  private final byte[] file;
  private final WebpAnimation animation;
  private final Canvas canvas;
  private @Nullable WebpFrame last;
  private int at;

  /**
   * @param file the whole file
   * @param animation the structure read from this file, already checked against limits
   */
  public WebpPlayer(byte[] file, WebpAnimation animation) {
    this.file = file;
    this.animation = animation;
    this.canvas = new Canvas(animation.width(), animation.height());
  }

  /**
   * One composed picture.
   *
   * @param canvas the shared canvas, which the next picture overwrites
   * @param duration how long the picture is shown
   * @param damaged whether the decoder filled in missing parts
   */
  public record Shown(Bitmap canvas, Duration duration, boolean damaged) {}

  public boolean hasNext() {
    return at < animation.frames().size();
  }

  /**
   * Composes the next picture.
   *
   * @throws Malformed if the frame cannot be decoded
   * @throws NoSuchElementException after the last picture
   */
  public Shown next() throws Malformed {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    WebpFrame frame = animation.frames().get(at++);
    byte[] data = Arrays.copyOfRange(file, frame.start(), frame.start() + frame.length());
    return switch (NativeWebp.decode(data, frame.width(), frame.height())) {
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
