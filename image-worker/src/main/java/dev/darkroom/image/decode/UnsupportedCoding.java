package dev.darkroom.image.decode;

import java.io.IOException;
import java.io.Serial;

/** The file may be right, but no decoder here can read what it holds. */
public final class UnsupportedCoding extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * @param what it holds, in words
   */
  public UnsupportedCoding(String what) {
    super(what);
  }
}
