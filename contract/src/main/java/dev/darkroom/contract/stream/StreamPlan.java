package dev.darkroom.contract.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a video becomes a stream: which parts are coded, from which bytes, and into what.
 *
 * <p>Workers that read a plan need to know nothing else of the original. Times of the movie are in
 * ticks of {@link Picture#timescale}, from the start of its presentation.
 *
 * @param source file that the inputs' ranges refer to: the original, or its copy in another
 *     container
 * @param inputs object that holds the inputs of all parts, one after the other
 * @param rungs forms in which the video is coded, the largest first
 * @param segments parts of the video, in order of time
 * @param sound absent if the video has none
 * @param replacesVideo whether the largest rung is the upload's rendition {@code video}, because
 *     browsers do not play the original as it is
 */
public record StreamPlan(
    int schema,
    Source source,
    Source inputs,
    Picture picture,
    List<Rung> rungs,
    List<Segment> segments,
    @Nullable Sound sound,
    boolean replacesVideo) {
  public static final int SCHEMA = 1;

  /**
   * Seconds by which times in an input lie later than in the segment, so that frames that are only
   * decoded, not shown, can have earlier times.
   */
  public static final int LEAD_SECONDS = 10;

  public StreamPlan {
    requireNonNull(source, "source");
    requireNonNull(inputs, "inputs");
    requireNonNull(picture, "picture");
    rungs = List.copyOf(rungs);
    segments = List.copyOf(segments);
    if (schema != SCHEMA) {
      throw new IllegalArgumentException("unknown plan schema " + schema);
    }
    if (rungs.isEmpty() || segments.isEmpty()) {
      throw new IllegalArgumentException("a plan has rungs and segments");
    }
  }

  /**
   * A version of an object in the bucket.
   *
   * @param etag without quotes
   * @param size in bytes
   */
  public record Source(String key, String etag, long size) {}

  /**
   * How decoded frames become the pictures that people see.
   *
   * @param timescale ticks per second
   * @param rotation degrees clockwise by which frames are turned: 0, 90, 180 or 270
   * @param mirrored whether they are mirrored left to right before they are turned
   * @param interlaced whether some may consist of two fields
   * @param frameRate frames per second, averaged
   * @param color of decoded frames; absent if neither file nor codec says
   */
  public record Picture(
      long timescale,
      int rotation,
      boolean mirrored,
      boolean interlaced,
      double frameRate,
      @Nullable Color color) {}

  /**
   * Color by the code points of ITU-T H.273.
   *
   * @param fullRange absent if unknown
   */
  public record Color(int primaries, int transfer, int matrix, @Nullable Boolean fullRange) {}

  /**
   * One form of the video.
   *
   * @param name of its renditions, like {@code stream-1080}
   * @param width in pixels as people see it, even
   * @param height in pixels as people see it, even
   */
  public record Rung(String name, int width, int height) {}

  /**
   * A stretch of the movie that is coded by itself. Its input holds all frames that decoding it
   * needs; those to show have times from {@link #LEAD_SECONDS} to that plus the length.
   *
   * @param start when it is shown, in ticks
   * @param length in ticks; up to the start of the next segment
   */
  public record Segment(Slice input, long start, long length) {}

  /**
   * The sound of the whole movie.
   *
   * @param copied whether its frames go into the stream as they are
   * @param timescale ticks per second of the input's times
   * @param channels of the original
   * @param sampleRate of the original, in samples per second
   * @param seconds until it ends, from the start of the movie
   */
  public record Sound(
      Slice input, boolean copied, long timescale, int channels, int sampleRate, double seconds) {}

  /**
   * A range of the object with all inputs.
   *
   * @param length in bytes
   */
  public record Slice(long from, int length) {}

  /** Number of parts that must be there before the stream can be assembled. */
  public int parts() {
    return segments.size() + (codesSound() ? 1 : 0);
  }

  /** Whether the sound is a part of its own, and not copied from the source. */
  public boolean codesSound() {
    return sound != null && !sound.copied();
  }
}
