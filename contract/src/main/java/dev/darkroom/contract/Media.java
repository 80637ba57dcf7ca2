package dev.darkroom.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the original. Never where it was taken.
 *
 * @param format as detected from the content
 * @param width in pixels as people see it, after any rotation
 * @param height likewise
 */
public record Media(
    MediaFormat format,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Picture picture,
    @Nullable Video video) {

  /**
   * @param orientation EXIF orientation, 1 to 8
   * @param takenAt ISO 8601 local time, with the offset where the camera gave one
   * @param camera maker and model
   * @param lens its model
   * @param colorProfile what the embedded ICC profile or color code calls itself
   * @param alpha whether any pixel is transparent
   * @param frames shown one after the other, or pages; 1 of most pictures
   * @param durationMillis of one run of an animation
   * @param damaged true where some of the pixels could not be read; absent otherwise
   */
  public record Picture(
      @Nullable Integer orientation,
      @Nullable String takenAt,
      @Nullable String camera,
      @Nullable String lens,
      @Nullable Exposure exposure,
      @Nullable String colorProfile,
      @Nullable Boolean alpha,
      @Nullable Integer frames,
      @Nullable Long durationMillis,
      @Nullable Boolean damaged) {

    /** What most cameras say, and nothing else. */
    public static Picture of(
        @Nullable Integer orientation, @Nullable String takenAt, @Nullable String camera) {
      return new Picture(orientation, takenAt, camera, null, null, null, null, null, null, null);
    }
  }

  /**
   * How the light was let in.
   *
   * @param seconds that the shutter was open
   * @param aperture the f-number
   * @param iso sensitivity
   * @param focalLength in millimeters
   */
  public record Exposure(
      @Nullable Double seconds,
      @Nullable Double aperture,
      @Nullable Integer iso,
      @Nullable Double focalLength) {}

  /**
   * @param rotation degrees clockwise that a player turns the coded picture by: 0, 90, 180 or 270
   * @param frameRate frames a second, averaged over the track
   * @param bitRate bits a second, of the whole file
   * @param createdAt ISO 8601
   * @param keyframes of the track that is shown: frames that need no others
   */
  public record Video(
      @Nullable Long durationMillis,
      @Nullable Integer rotation,
      @Nullable Double frameRate,
      @Nullable Long bitRate,
      @Nullable String createdAt,
      @Nullable Integer keyframes,
      List<Track> tracks) {
    public Video {
      tracks = List.copyOf(tracks);
    }
  }

  /**
   * One track of pictures or sound.
   *
   * @param type {@code video} or {@code audio}
   * @param codec as RFC 6381 writes it, like {@code avc1.640028}
   * @param profile the same in the words of the codec's standard, like {@code High 4.0}
   * @param bitRate bits a second, of this track
   * @param colour of pictures, as far as the file says; spelled as schema 1 has it
   * @param sampleRate of sound, in samples a second
   */
  public record Track(
      String type,
      String codec,
      @Nullable String profile,
      @Nullable Long bitRate,
      @Nullable Color colour,
      @Nullable Integer channels,
      @Nullable Integer sampleRate) {
    public Track(String type, String codec) {
      this(type, codec, null, null, null, null, null);
    }
  }

  /**
   * How samples stand for colors.
   *
   * @param bitDepth of a sample
   * @param chroma {@code 4:2:0}, {@code 4:2:2}, {@code 4:4:4} or {@code 4:0:0}
   * @param hdr {@code pq} or {@code hlg}; absent of pictures of standard range
   * @param space {@code bt601}, {@code bt709} or {@code bt2020}
   * @param fullRange whether samples use all their values
   */
  public record Color(
      @Nullable Integer bitDepth,
      @Nullable String chroma,
      @Nullable String hdr,
      @Nullable String space,
      @Nullable Boolean fullRange) {}

  public static Media picture(MediaFormat format, int width, int height, Picture picture) {
    return new Media(format, width, height, picture, null);
  }

  public static Media video(
      MediaFormat format, @Nullable Integer width, @Nullable Integer height, Video video) {
    return new Media(format, width, height, null, video);
  }
}
