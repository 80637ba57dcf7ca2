package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import org.jspecify.annotations.Nullable;

/**
 * @param timescale ticks a second of this track's times
 * @param entry how the samples are coded; absent where the file does not say
 * @param editStart media time of the first edit that shows something (8.6.6); what comes before is
 *     not for display
 * @param startDelay how long nothing is shown before that, in the track's ticks
 * @param header payload of its {@code tkhd} box (8.3.2)
 * @param entries payload of its {@code stsd} box (8.5.2), empty where there is none
 */
public record Track(
    long id,
    Kind kind,
    long timescale,
    Orientation orientation,
    @Nullable SampleEntry entry,
    long editStart,
    long startDelay,
    ByteReader header,
    ByteReader entries,
    Samples samples) {

  /** What the handler says the track is for (8.4.3). */
  public enum Kind {
    VIDEO,
    AUDIO,
    OTHER
  }

  /** Samples a second on average; 0 where the samples take no time. */
  public double sampleRate() {
    long duration = samples.duration();
    return duration <= 0 ? 0 : samples.count() * (double) timescale / duration;
  }

  /** In seconds from the start of the media. */
  public double seconds(long time) {
    return time / (double) timescale;
  }
}
