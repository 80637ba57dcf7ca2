package dev.darkroom.codec.gif;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;

/**
 * Reads data sub-blocks, each with its size before it; one of size 0 ends them (sections 15 and
 * 16).
 */
final class SubBlocks {
  private final ByteReader in;
  private boolean ended;

  /**
   * @param in at the size of the first sub-block
   */
  SubBlocks(ByteReader in) {
    this.in = in;
  }

  /**
   * Returns the next sub-block; an empty one after the last. The one in which the file ends comes
   * with the bytes that there are.
   *
   * @throws Malformed if the file has ended
   */
  ByteReader next() throws Malformed {
    int size = ended ? 0 : in.u8();
    ended = size == 0;
    return in.slice(Math.min(size, in.remaining()));
  }

  /** Moves past the last sub-block. */
  void skip() throws Malformed {
    while (!ended) {
      next();
    }
  }
}
