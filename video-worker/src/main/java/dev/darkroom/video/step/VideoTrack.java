package dev.darkroom.video.step;

import dev.darkroom.codec.Malformed;
import dev.darkroom.codec.h264.AvcConfig;
import dev.darkroom.codec.h264.Sps;
import dev.darkroom.codec.mp4.Movie;
import dev.darkroom.codec.mp4.Orientation;
import dev.darkroom.codec.mp4.SampleEntry;
import dev.darkroom.codec.mp4.Track;
import dev.darkroom.codec.picture.RgbPicture;
import dev.darkroom.video.still.Size;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The track that players show, with its first sample entry. */
public record VideoTrack(Track track, SampleEntry entry) {
  /** A pixel aspect ratio beyond this, either way, is a writer's mistake. */
  private static final double MAX_PIXEL_ASPECT = 16;

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
    int width = sps == null ? entry.width() : sps.width();
    int height = sps == null ? entry.height() : sps.height();
    return new Size((int) Math.max(1, Math.round(width * pixelAspect(sps))), height);
  }

  /** Like players, trusts the container before the codec. */
  private double pixelAspect(@Nullable Sps sps) {
    double aspect =
        entry.pixelAspect() != null
            ? entry.pixelAspect()
            : sps == null ? 0 : sps.vui().pixelAspect();
    return aspect < 1 / MAX_PIXEL_ASPECT || aspect > MAX_PIXEL_ASPECT ? 1 : aspect;
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
