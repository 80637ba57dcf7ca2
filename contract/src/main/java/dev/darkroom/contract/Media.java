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
   */
  public record Picture(
      @Nullable Integer orientation, @Nullable String takenAt, @Nullable String camera) {}

  /**
   * @param rotation degrees clockwise that a player turns the coded picture by: 0, 90, 180 or 270
   * @param frameRate frames a second, averaged over the track
   * @param bitRate bits a second, of the whole file
   * @param createdAt ISO 8601
   */
  public record Video(
      @Nullable Long durationMillis,
      @Nullable Integer rotation,
      @Nullable Double frameRate,
      @Nullable Long bitRate,
      @Nullable String createdAt,
      List<Track> tracks) {
    public Video {
      tracks = List.copyOf(tracks);
    }
  }

  /**
   * @param type {@code video} or {@code audio}
   * @param codec as RFC 6381 writes it, like {@code avc1.640028}
   */
  public record Track(String type, String codec) {}

  public static Media picture(MediaFormat format, int width, int height, Picture picture) {
    return new Media(format, width, height, picture, null);
  }

  public static Media video(
      MediaFormat format, @Nullable Integer width, @Nullable Integer height, Video video) {
    return new Media(format, width, height, null, video);
  }
}
