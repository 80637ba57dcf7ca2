package dev.darkroom.codec.header;

/**
 * How a sequence of frames is played.
 *
 * @param durationMillis how long one play takes, in ms, counting the frames that could be read
 * @param plays how often the sequence is played; 0 is forever
 */
public record Animation(long durationMillis, int plays) {
  private static final int SHORTEST = 10;
  private static final int INSTEAD = 100;

  /** Returns for how long browsers show a frame, in ms: one of 10 ms or less is shown for 100. */
  public static int shownMillis(int millis) {
    return millis <= SHORTEST ? INSTEAD : millis;
  }
}
