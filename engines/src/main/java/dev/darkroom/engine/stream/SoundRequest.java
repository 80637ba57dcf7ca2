package dev.darkroom.engine.stream;

/**
 * What is wanted of a movie's sound.
 *
 * @param timescale ticks per second of the input
 * @param lead time in the input, in ticks, at which the movie starts; what sounds before is cut off
 * @param channels of the original, 0 if unknown
 * @param sampleRate of the original in samples per second, 0 if unknown
 * @param seconds length of the movie; what sounds after it is cut off
 */
public record SoundRequest(
    long timescale, long lead, int channels, int sampleRate, double seconds) {
  private static final int CD = 44_100;
  private static final int STUDIO = 48_000;

  /** Longest movie, in seconds. */
  private static final double MAX_SECONDS = 1 << 24;

  public SoundRequest {
    if (timescale < 1 || timescale > Integer.MAX_VALUE || lead < 0 || !(seconds > 0)) {
      throw new IllegalArgumentException("no sound: " + timescale + " " + lead + " " + seconds);
    }
  }

  /** Samples per second that come out: those of the original if players are used to them. */
  public int codedRate() {
    return sampleRate > 0 && sampleRate % (CD / 4) == 0 ? CD : STUDIO;
  }

  /** Time in the output at which the movie starts, in samples. */
  long codedLead() {
    return Math.round(lead * (double) codedRate() / timescale);
  }

  /** Length of the movie, in samples that come out. */
  long codedLength() {
    return (long) Math.ceil(Math.min(seconds, MAX_SECONDS) * codedRate());
  }
}
