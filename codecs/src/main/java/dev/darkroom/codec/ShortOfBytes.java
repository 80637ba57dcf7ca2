package dev.darkroom.codec;

/** What was looked for lies behind the bytes that were given. */
public final class ShortOfBytes extends Exception {
  private static final long serialVersionUID = 1;

  private final long wanted;

  /**
   * @param wanted first bytes of the file that would be enough
   */
  ShortOfBytes(long wanted) {
    super(null, null, false, false);
    this.wanted = wanted;
  }

  public long wanted() {
    return wanted;
  }
}
