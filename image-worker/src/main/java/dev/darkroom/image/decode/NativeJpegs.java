package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.engine.foreign.NativeJpeg;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/** Decodes gray and color JPEGs with libjpeg-turbo, at a size near the wanted one. */
final class NativeJpegs implements Decoder {
  @Override
  public Pixels decode(Source source, Deadline deadline) throws Malformed, IOException {
    Header header = source.header();
    return Decodings.pixels(
        NativeJpeg.decode(source.file(), source.reduction(), header.width(), header.height()),
        header);
  }

  /** The caller counts C's copy of the file. */
  @Override
  public long memory(Header header, int reduction) {
    return 4 * reduced(header, reduction) + offHeap(header, reduction);
  }

  @Override
  public long offHeap(Header header, int reduction) {
    return 4 * reduced(header, reduction) + JdkJpegs.coefficients(header);
  }

  private static long reduced(Header header, int reduction) {
    return header.pixels() / ((long) reduction * reduction);
  }
}
