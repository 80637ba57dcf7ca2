package dev.darkroom.engine.ffmpeg;

/**
 * The values that decoded samples use: all of them (full), or only 16 to 235 and for chroma 240
 * (limited). If the container states the range, nothing is converted. Otherwise, frames that state
 * a range are converted to the one wanted.
 */
public enum ColorRange {
  /** The container states full range. */
  FULL(true, "in_range=full:out_range=full"),
  /** The container states limited range. */
  LIMITED(false, "in_range=limited:out_range=limited"),
  /** Unknown; full is wanted, because most stills have it. */
  TO_FULL(true, "out_range=full"),
  /** Unknown; limited is wanted, because most videos have it. */
  TO_LIMITED(false, "out_range=limited");

  private final boolean full;
  private final String options;

  ColorRange(boolean full, String options) {
    this.full = full;
    this.options = options;
  }

  /** Whether decoded samples use all values. */
  public boolean isFull() {
    return full;
  }

  /** Options of ffmpeg's filter "scale" for this range. */
  String options() {
    return options;
  }
}
