package dev.darkroom.codec.mp4;

import dev.darkroom.codec.ByteReader;
import dev.darkroom.codec.Malformed;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One track of a movie (8.3.1).
 *
 * @param timescale ticks per second of this track's times
 * @param enabled whether players show it unless they are told otherwise
 * @param aspect width of the picture relative to its height before rotation, by {@code tkhd}; null
 *     if it has none
 * @param entry how the first samples are coded; null if the file does not say
 * @param edits which of its samples are shown, and when
 * @param origin time of the presentation, in ticks, at which the movie starts; not 0 if the movie
 *     was cut out of a longer one
 * @param header payload of its {@code tkhd} box (8.3.2)
 * @param entries payload of its {@code stsd} box (8.5.2), empty if it has none
 */
public record Track(
    long id,
    Kind kind,
    long timescale,
    boolean enabled,
    Orientation orientation,
    @Nullable Double aspect,
    @Nullable SampleEntry entry,
    EditList edits,
    long origin,
    ByteReader header,
    ByteReader entries,
    Samples samples) {

  /** What a track is for, by its handler (8.4.3). */
  public enum Kind {
    VIDEO,
    AUDIO,
    /** Subtitles, and texts such as the titles of chapters. */
    CAPTION,
    OTHER
  }

  /**
   * Reads one of the track's sample entries.
   *
   * @param number of the entry, from 1, as samples state it
   */
  public SampleEntry entry(int number) throws Malformed {
    var budget = new Box.Budget(Mp4Limits.DEFAULT);
    return SampleEntryReader.read(entries.fromStart(), number, kind, budget);
  }

  /** Average number of samples per second; 0 if the samples take no time. */
  public double sampleRate() {
    long duration = samples.duration();
    return duration <= 0 ? 0 : samples.count() * (double) timescale / duration;
  }

  /** Tells whether it has pictures or sound. */
  boolean isShown() {
    return (kind == Kind.VIDEO || kind == Kind.AUDIO) && samples.count() > 0;
  }

  /** Returns what is shown of the track, and when. */
  public Presentation presentation() {
    return Presentation.of(this, origin);
  }

  /** Converts ticks to seconds. */
  public double seconds(long ticks) {
    return ticks / (double) timescale;
  }

  /**
   * Returns this track with other keyframes than the container claims.
   *
   * @param offsets where in the file the keyframes start, in bytes
   */
  public Track withKeyframesAt(Set<Long> offsets) {
    return with(new CheckedSamples(samples, offsets));
  }

  Track with(Samples others) {
    return with(others, origin);
  }

  Track startingAt(double seconds) {
    return with(samples, Math.round(seconds * timescale));
  }

  private Track with(Samples samples, long origin) {
    return new Track(
        id,
        kind,
        timescale,
        enabled,
        orientation,
        aspect,
        entry,
        edits,
        origin,
        header,
        entries,
        samples);
  }
}
