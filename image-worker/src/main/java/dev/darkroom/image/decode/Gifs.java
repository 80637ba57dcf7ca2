package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.OutOfTime;
import dev.darkroom.codec.gif.GifFrame;
import dev.darkroom.codec.gif.GifReader;
import dev.darkroom.codec.header.Header;
import dev.darkroom.stage.batch.Deadline;
import java.time.Duration;

/** Decodes GIFs with {@link GifReader}. */
final class Gifs implements Animated {
  /** Bytes per pixel: of the screen, and of what it was before. */
  private static final int PIXEL = 4 + 4;

  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, OutOfTime {
    GifReader reader = open(source, deadline);
    GifFrame first = reader.next();
    if (first == null) {
      throw new Malformed(0, "no frame");
    }
    boolean damaged = first.damaged() || reader.breaks();
    return new Pixels(first.bitmap(), source.header().color().profile(), damaged);
  }

  @Override
  public Frames frames(Source source, Deadline deadline) throws Malformed {
    GifReader reader = open(source, deadline);
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

  private static GifReader open(Source source, Deadline deadline) throws Malformed {
    return GifReader.open(source.file(), source.header().pixels(), deadline::passed);
  }
}
