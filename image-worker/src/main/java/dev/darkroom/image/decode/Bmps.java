package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.bmp.BmpDecoder;
import dev.darkroom.codec.bmp.BmpPicture;
import dev.darkroom.codec.header.Header;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/** Decodes BMPs with {@link BmpDecoder}. */
final class Bmps implements Decoder {
  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    Header header = source.header();
    BmpPicture picture =
        BmpDecoder.decode(source.file(), header.width(), header.height(), deadline::passed);
    return new Pixels(picture.bitmap(), header.color().profile(), picture.damaged());
  }

  @Override
  public long memory(Header header, int reduction) {
    return Integer.BYTES * header.pixels();
  }
}
