package dev.darkroom.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts about an original; never where it was taken.
 *
 * @param format as detected from the content
 * @param width in pixels as people see it, after any rotation
 * @param height in pixels as people see it, after any rotation
 */
public record Media(
    MediaFormat format,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Picture picture,
    @Nullable Video video) {

  /**
   * Facts about a picture.
   *
   * @param orientation EXIF orientation, 1 to 8
   * @param takenAt ISO 8601 local time, with the offset where the camera gave one
   * @param camera maker and model
   * @param lens model of the lens
   * @param colorProfile name of the embedded ICC profile or color code
   * @param alpha whether any pixel is transparent
   * @param frames number of frames of an animation, or of pages; 1 for most pictures
   * @param durationMillis duration of one run of an animation
   * @param damaged true if some pixels could not be read; absent otherwise
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
      @Nullable Boolean damaged) {}

  /**
   * How a picture was exposed.
   *
   * @param seconds shutter time
   * @param aperture f-number
   * @param iso sensitivity
   * @param focalLength in millimeters
   */
  public record Exposure(
      @Nullable Double seconds,
      @Nullable Double aperture,
      @Nullable Integer iso,
      @Nullable Double focalLength) {}

  /**
   * Facts about a video.
   *
   * @param rotation degrees clockwise by which a player turns the coded picture: 0, 90, 180 or 270
   * @param frameRate frames per second, averaged over the track
   * @param bitRate bits per second of the whole file
   * @param createdAt ISO 8601
   * @param keyframes number of frames in the track shown that decode without any other
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
   * A video or audio track.
   *
   * @param type {@code video} or {@code audio}
   * @param codec as RFC 6381 writes it, like {@code avc1.640028}
   * @param profile codec profile in the words of its standard, like {@code High 4.0}
   * @param bitRate bits per second of this track
   * @param colour of a video track, as far as the file says; spelled as in schema 1
   * @param sampleRate of an audio track, in samples per second
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
   * How samples encode colors.
   *
   * @param bitDepth bits per sample
   * @param chroma {@code 4:2:0}, {@code 4:2:2}, {@code 4:4:4} or {@code 4:0:0}
   * @param hdr {@code pq} or {@code hlg}; absent for standard dynamic range
   * @param space {@code bt601}, {@code bt709} or {@code bt2020}
   * @param fullRange whether samples use their full range of values
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
