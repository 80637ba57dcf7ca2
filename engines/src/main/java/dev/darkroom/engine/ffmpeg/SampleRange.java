package dev.darkroom.engine.ffmpeg;

/**
 * Which values samples use: all of them, or 16 to 235 (240 for chroma) only. What the container
 * says counts, and then nothing is converted; where it does not, frames are brought to a known
 * range if they say that they are of the other.
 */
public enum SampleRange {
  /** The container says that they use all. */
  FULL(true, "in_range=full:out_range=full"),
  /** The container says that they do not. */
  LIMITED(false, "in_range=limited:out_range=limited"),
  /** Not known; full is wanted, which most stills are. */
  TO_FULL(true, "out_range=full"),
  /** Not known; limited is wanted, which most videos are. */
  TO_LIMITED(false, "out_range=limited");

  private final boolean full;
  private final String options;

  SampleRange(boolean full, String options) {
    this.full = full;
    this.options = options;
  }

  /** Whether samples that come out use all values. */
  public boolean isFull() {
    return full;
  }

  /** For ffmpeg's filter "scale". */
  String options() {
    return options;
  }
}
