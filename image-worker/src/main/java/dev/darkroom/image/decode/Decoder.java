package dev.darkroom.image.decode;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.header.Header;
import dev.darkroom.stage.batch.Deadline;
import java.io.IOException;

/** Decodes the pictures of one format, in one way. */
public interface Decoder {
  /**
   * Decodes a picture, or an animation's first frame on its canvas, or a document's first page.
   *
   * @param deadline when to give up; decoders in Java look at it while they work, libraries in C
   *     cannot, and are bounded by the limits on sizes and scans
   * @throws Malformed if nothing of the file can be shown
   * @throws IOException if the deadline passed, or nothing of the file can be shown
   */
  Pixels decode(Source source, Deadline deadline) throws Malformed, IOException;

  /**
   * Returns the most memory that decoding takes, in bytes, on the heap and off it; both count
   * against the function's memory. The file itself is not counted.
   *
   * @param reduction as in {@link Source}
   */
  long memory(Header header, int reduction);

  /**
   * Returns the part of that memory that is not on the heap, in bytes.
   *
   * @param reduction as in {@link Source}
   */
  default long offHeap(Header header, int reduction) {
    return 0;
  }
}
