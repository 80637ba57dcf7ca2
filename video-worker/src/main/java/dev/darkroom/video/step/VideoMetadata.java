package dev.darkroom.video.step;

import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import dev.darkroom.video.still.Size;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes a video for the manifest.
 *
 * @param size of the file, in bytes
 */
record VideoMetadata(MediaFormat format, long size, Movie movie) {
  /** Describes a file that could not be read. */
  static Media unread(MediaFormat format) {
    return new Media(format, null, null, null, null);
  }

  /**
   * @param video absent if the file has audio only
   */
  Media media(@Nullable VideoTrack video) {
    Track track = video == null ? null : video.track();
    Size size = video == null ? null : video.displaySize();
    return Media.video(
        format,
        size == null ? null : size.width(),
        size == null ? null : size.height(),
        new Media.Video(
            millis(),
            track == null ? null : track.orientation().rotation(),
            track == null || track.sampleRate() == 0 ? null : rounded(track.sampleRate()),
            bitRate(),
            movie.createdAt() == null ? null : movie.createdAt().toString(),
            track == null || !movie.whole() ? null : track.samples().keyframes(),
            tracks()));
  }

  private @Nullable Long millis() {
    return movie.duration() == null ? null : movie.duration().plusNanos(500_000).toMillis();
  }

  private @Nullable Long bitRate() {
    Duration duration = movie.duration();
    return duration == null || duration.isZero()
        ? null
        : Math.round(size * 8 / (duration.toNanos() / 1e9));
  }

  /** Leaves out captions, timed metadata and other tracks without pictures or sound. */
  private List<Media.Track> tracks() {
    return movie.tracks().stream()
        .filter(track -> track.kind() == Track.Kind.VIDEO || track.kind() == Track.Kind.AUDIO)
        .map(TrackMetadata::of)
        .toList();
  }

  private static double rounded(double rate) {
    return Math.round(rate * 1000) / 1000.0;
  }
}
