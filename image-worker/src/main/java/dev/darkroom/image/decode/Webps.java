package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.webp.WebpAnimation;
import dev.darkroom.engine.foreign.TurboWebp;
import dev.darkroom.engine.foreign.WebpPlayer;
import java.io.IOException;

/** WebPs by libwebp. */
final class Webps implements Animated {
  @Override
  public Pixels decode(Source source, DecodeWatch watch) throws Malformed, IOException {
    Header header = source.header();
    if (header.animation() == null) {
      return Decodings.pixels(
          TurboWebp.decodeScaled(
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
  public Frames frames(Source source) throws Malformed {
    var player = new WebpPlayer(source.file(), animation(source));
    return () -> {
      if (!player.hasNext()) {
        return null;
      }
      WebpPlayer.Shown next = player.next();
      return new Frames.Frame(next.canvas(), next.duration());
    };
  }

  /** The limits were checked on the header's figures: a canvas must go by no other. */
  private static WebpAnimation animation(Source source) throws Malformed {
    WebpAnimation animation = WebpAnimation.read(source.file());
    Header header = source.header();
    if (animation.width() != header.width() || animation.height() != header.height()) {
      throw new Malformed(0, "a canvas of another size than the header's");
    }
    return animation;
  }

  /** Lossless ones are held whole before they are scaled, frames beside their canvas. */
  @Override
  public long memory(Header header, int reduction) {
    long reduced = header.pixels() / ((long) reduction * reduction);
    return (header.animation() == null ? 4 : 8) * header.pixels() + 2 * 4 * reduced;
  }
}
