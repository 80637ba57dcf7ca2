package dev.darkroom.codec;

import java.io.Serial;

/** Thrown when bytes break the format they claim to have. Reading them again will not help. */
public sealed class Malformed extends Exception permits ShortOfBytes {
  @Serial private static final long serialVersionUID = 1;

  private final long offset;
  private final String reason;

  /**
   * @param offset where in the file, in bytes
   * @param reason what is wrong, without the offset
   */
  public Malformed(long offset, String reason) {
    // Without a stack trace, so that hostile files cannot make failing expensive.
    super(reason + " at byte " + offset, null, false, false);
    this.offset = offset;
    this.reason = reason;
  }

  public long offset() {
    return offset;
  }

  public String reason() {
    return reason;
  }
}
