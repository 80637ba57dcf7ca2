package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.codec.png.PngDecoder;
import dev.darkroom.codec.png.PngPicture;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/** Decodes PNGs with {@link PngDecoder}. */
final class Pngs implements Decoder {
  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    Header header = source.header();
    PngPicture picture =
        PngDecoder.decode(source.file(), header.width(), header.height(), deadline::passed);
    return new Pixels(picture.bitmap(), header.color().profile(), picture.damaged());
  }

  @Override
  public long memory(Header header, int reduction) {
    return Integer.BYTES * header.pixels();
  }
}
