package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.video.frame.ShownSize;
import dev.darkroom.video.still.Size;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The track that players show, with its first sample entry. */
public record VideoTrack(Track track, SampleEntry entry) {
  /** A pixel aspect ratio beyond this, either way, is a writer's mistake. */
  private static final double MAX_PIXEL_ASPECT = 16;

  private static final double ASPECT_TOLERANCE = 0.02;

  /** Empty if the movie has no video track, or one that does not say how it is coded. */
  static Optional<VideoTrack> of(Movie movie) {
    Track track = movie.video().orElse(null);
    SampleEntry entry = track == null ? null : track.entry();
    return track == null || entry == null
        ? Optional.empty()
        : Optional.of(new VideoTrack(track, entry));
  }

  /** The size that people see: after cropping, pixel aspect ratio and rotation. */
  Size displaySize() {
    Size upright = uprightSize();
    return track.orientation().transposes() ? upright.transposed() : upright;
  }

  /** The size of frames to decode so that, once rotated, they fit a square of this edge. */
  Size decodeSize(int edge) {
    return uprightSize().within(edge);
  }

  /** Rotates and mirrors a decoded frame as the track asks for. */
  RgbPicture upright(RgbPicture decoded) {
    Orientation orientation = track.orientation();
    return decoded.turned(orientation.rotation(), orientation.mirrored());
  }

  private Size uprightSize() {
    Sps sps = firstSps();
    ShownSize shown =
        sps == null ? new ShownSize(entry.width(), entry.height()) : ShownSize.of(entry, sps);
    int width = shown.width();
    int height = shown.height();
    double aspect = pixelAspect(sps, (double) width / Math.max(1, height));
    return new Size((int) Math.max(1, Math.round(width * aspect)), height);
  }

  /**
   * Like players, trusts the sample entry, then the track's size, then the codec.
   *
   * @param coded width of the coded picture relative to its height
   */
  private double pixelAspect(@Nullable Sps sps, double coded) {
    double codec = sps == null ? 0 : sps.vui().pixelAspect();
    Double shown = track.aspect();
    double aspect =
        entry.pixelAspect() != null
            ? entry.pixelAspect()
            : shown != null && isStretched(shown, coded) ? shown / coded : codec;
    return aspect < 1 / MAX_PIXEL_ASPECT || aspect > MAX_PIXEL_ASPECT ? 1 : aspect;
  }

  /** Ignores rounding of the track's size, and sizes that were written as if rotated already. */
  private static boolean isStretched(double shown, double coded) {
    return !isClose(shown, coded) && !isClose(shown, 1 / coded);
  }

  private static boolean isClose(double aspect, double other) {
    return Math.abs(aspect / other - 1) < ASPECT_TOLERANCE;
  }

  /** Null if the track is not H.264 or its configuration is damaged. */
  private @Nullable Sps firstSps() {
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
}
