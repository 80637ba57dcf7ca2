package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.gif.GifFrame;
import dev.darkroom.codec.gif.GifReader;
import dev.darkroom.codec.header.Header;
import dev.darkroom.stage.batch.Deadline;
import java.time.Duration;

/** Decodes GIFs with {@link GifReader}. */
final class Gifs implements Animated {
  /** Bytes per pixel: of the screen, of what it was before, and of the indices. */
  private static final int PIXEL = 4 + 4 + 1;

  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed {
    GifFrame first = open(source).next();
    if (first == null) {
      throw new Malformed(0, "no frame");
    }
    return new Pixels(first.bitmap(), source.header().color().profile(), first.damaged());
  }

  @Override
  public Frames frames(Source source) throws Malformed {
    GifReader reader = open(source);
    return () -> {
      GifFrame next = reader.next();
      return next == null
          ? null
          : new Frames.Frame(next.bitmap(), Duration.ofMillis(next.delayMillis()));
    };
  }

  @Override
  public long memory(Header header, int reduction) {
    return header.pixels() * PIXEL;
  }

  private static GifReader open(Source source) throws Malformed {
    return GifReader.open(source.file(), source.header().pixels());
  }
}
