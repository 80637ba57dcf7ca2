package dev.darkroom.codec.header;

/**
 * How a sequence of frames is played.
 *
 * @param durationMillis of one play: of the frames that could be seen
 * @param plays how often, 0 for ever
 */
public record Animation(long durationMillis, int plays) {
  private static final int SHORTEST = 10;
  private static final int INSTEAD = 100;

  /** What browsers make of a frame's time: none shows one of 10 ms or less as asked. */
  public static int shownMillis(int millis) {
    return millis <= SHORTEST ? INSTEAD : millis;
  }
}
