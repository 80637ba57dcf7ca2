package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.engine.foreign.TurboJpeg;
import java.io.IOException;

/** JPEGs of gray or color by libjpeg-turbo, decoded to a size near the wanted one. */
final class TurboJpegs implements Decoder {
  @Override
  public Pixels decode(Source source, DecodeWatch watch) throws Malformed, IOException {
    Header header = source.header();
    return Decodings.pixels(
        TurboJpeg.decode(source.file(), source.reduction(), header.width(), header.height()),
        header);
  }

  /** C's copy of the file is counted by the caller with the file. */
  @Override
  public long memory(Header header, int reduction) {
    long reduced = header.pixels() / ((long) reduction * reduction);
    return 2 * 4 * reduced + PlainJpegs.coefficients(header);
  }
}
