package dev.darkroom.codec;

import java.io.Serial;

/** The file breaks its own format; reading it again will not help. */
public final class Malformed extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final long offset;
  private final String reason;

  /**
   * @param offset where in the file, in bytes
   * @param reason what is wrong, without the place
   */
  public Malformed(long offset, String reason) {
    // No stack trace: hostile files must not be able to make this the costly way out.
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
