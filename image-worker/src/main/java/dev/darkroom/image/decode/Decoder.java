package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import java.io.IOException;

/** One way from a file to pixels. */
public interface Decoder {
  /**
   * The picture, or an animation's first frame on its screen, or a document's first page.
   *
   * @throws Malformed if nothing of it can be shown
   * @throws IOException likewise
   */
  Pixels decode(Source source, DecodeWatch watch) throws Malformed, IOException;

  /**
   * Bytes of memory that decoding takes at its worst moment, the file's own not counted; of the
   * heap and beside it, since both are the function's.
   *
   * @param reduction as in {@link Source}
   */
  long memory(Header header, int reduction);
}
