package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.contract.Media;
import dev.darkroom.contract.MediaFormat;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest tells about a video.
 *
 * @param size of the file, in bytes
 */
record Facts(MediaFormat format, long size, Movie movie) {
  /** Wider pixels than these are a writer's mistake. */
  private static final double MAX_PIXEL_ASPECT = 16;

  /** Of a file that could not be read. */
  static Media unread(MediaFormat format) {
    return new Media(format, null, null, null, null);
  }

  /** Without a video track, of the sound alone. */
  Media media(@Nullable Track video, @Nullable SampleEntry entry) {
    Display display = video == null || entry == null ? null : display(video, entry);
    return Media.video(
        format,
        display == null ? null : display.width(),
        display == null ? null : display.height(),
        new Media.Video(
            millis(),
            video == null ? null : video.orientation().rotation(),
            video == null || video.sampleRate() == 0 ? null : rounded(video.sampleRate()),
            bitRate(),
            movie.createdAt() == null ? null : movie.createdAt().toString(),
            video == null || !movie.whole() ? null : video.samples().keyframes(),
            tracks()));
  }

  /** As people see it, after cropping, pixel aspect and rotation. */
  record Display(int width, int height) {}

  static Display display(Track video, SampleEntry entry) {
    Sps sps = firstSps(entry);
    int width = sps == null ? entry.width() : sps.width();
    int height = sps == null ? entry.height() : sps.height();
    int wide = (int) Math.max(1, Math.round(width * pixelAspect(entry, sps)));
    return video.orientation().transposes() ? new Display(height, wide) : new Display(wide, height);
  }

  /** The container's word first, as players do it. */
  static double pixelAspect(SampleEntry entry, @Nullable Sps sps) {
    double aspect =
        entry.pixelAspect() != null
            ? entry.pixelAspect()
            : sps == null ? 0 : sps.vui().pixelAspect();
    return aspect < 1 / MAX_PIXEL_ASPECT || aspect > MAX_PIXEL_ASPECT ? 1 : aspect;
  }

  /** What the decoder's set-up says, if it is H.264 and readable. */
  private static @Nullable Sps firstSps(SampleEntry entry) {
    byte[] avcC = entry.configurations().get("avcC");
    if (avcC == null) {
      return null;
    }
    try {
      return AvcConfig.parse(avcC).sps().values().stream()
          .min(Comparator.comparingInt(Sps::id))
          .orElse(null);
    } catch (Malformed e) {
      return null;
    }
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

  /** Other tracks, as of timed metadata, are nobody's business. */
  private List<Media.Track> tracks() {
    return movie.tracks().stream()
        .filter(track -> track.kind() != Track.Kind.OTHER)
        .map(TrackFacts::of)
        .toList();
  }

  private static double rounded(double rate) {
    return Math.round(rate * 1000) / 1000.0;
  }
}
