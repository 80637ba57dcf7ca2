package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.webp.WebpAnimation;
import dev.darkroom.engine.foreign.NativeWebp;
import dev.darkroom.engine.foreign.WebpPlayer;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/** Decodes WebPs with libwebp. */
final class Webps implements Animated {
  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    Header header = source.header();
    if (header.animation() == null) {
      return Decodings.pixels(
          NativeWebp.decodeScaled(
              source.file(),
              header.width(),
              header.height(),
              source.reducedWidth(),
              source.reducedHeight()),
          header);
    }
    WebpAnimation animation = animation(source);
    WebpPlayer.Shown first = new WebpPlayer(source.file(), animation).next();
    boolean damaged = first.damaged() || animation.truncated();
    return new Pixels(first.canvas(), header.color().profile(), damaged);
  }

  @Override
  public Frames frames(Source source, Deadline deadline) throws Malformed {
    var player = new WebpPlayer(source.file(), animation(source));
    return () -> {
      if (!player.hasNext()) {
        return null;
      }
      WebpPlayer.Shown next = player.next();
      return new Frames.Frame(next.canvas(), next.duration());
    };
  }

  /** Reads the animation, and checks that its canvas is the one checked against the limits. */
  private static WebpAnimation animation(Source source) throws Malformed {
    WebpAnimation animation = WebpAnimation.read(source.file());
    Header header = source.header();
    if (animation.width() != header.width() || animation.height() != header.height()) {
      throw new Malformed(0, "a canvas of another size than the header's");
    }
    return animation;
  }

  /**
   * Lossless pictures are held whole before they are scaled, frames in addition to their canvas.
   */
  @Override
  public long memory(Header header, int reduction) {
    long canvas = header.animation() == null ? 0 : 4 * header.pixels();
    return canvas + 4 * reduced(header, reduction) + offHeap(header, reduction);
  }

  @Override
  public long offHeap(Header header, int reduction) {
    return 4 * header.pixels() + 4 * reduced(header, reduction);
  }

  private static long reduced(Header header, int reduction) {
    return header.pixels() / ((long) reduction * reduction);
  }
}
