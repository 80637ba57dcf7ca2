package dev.darkroom.image.decode;

import java.io.IOException;
import java.io.Serial;

/** Signals that the file may be valid, but uses a coding that no decoder here reads. */
public final class UnsupportedCoding extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param what the coding, in words
   */
  public UnsupportedCoding(String what) {
    super(what);
  }
}
