package dev.darkroom.codec;

import java.io.Serial;

/**
 * Thrown when a read passes the end of a {@link Head} that is not the end of its file. Whoever can
 * fetch more bytes tries again with them; for anybody else the bytes are malformed.
 */
public final class ShortOfBytes extends Malformed {
  @Serial private static final long serialVersionUID = 1;

  private final long wanted;

  ShortOfBytes(long offset, long wanted) {
    super(offset, "points past the bytes that were given");
    this.wanted = wanted;
  }

  /** Returns how many of the file's first bytes would satisfy the read that failed. */
  public long wanted() {
    return wanted;
  }
}
